import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Browser } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { readDeck } from '../../deck/read-deck.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { startLectern } from '../harness/command-process.ts'
import type { Ending } from '../harness/command-process.ts'
import { copyFixture, writeDeck } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { findFirefox, openInChromium, openInFirefox } from '../harness/talk-page.ts'
import type { OpenTalk, SlideFacts } from '../harness/talk-page.ts'

const firefox = findFirefox()
if (firefox === undefined) {
  console.log('Firefox is not installed: the single file is not opened in it.')
}

/** Each way in which a deck names a file, with a note. */
const SLIDES = `
---
layout: image-right
image: /sea.svg
---

# A file in the frontmatter

<!-- Nobody else may read these spoken words. -->

---
layout: image-left
image: ./near.svg
---

# A file beside the slides

![Near](./near.svg)

---

# Files in styles and scripts

<div class="of-sheet" /><div class="of-slide" style="background: url(/sea.svg)" /><FromBase />

<a href="/paper.txt">Paper</a> and $E = mc^2$ with \`/sea.svg\` as a text

---

# Imported where it is shown

\`\`\`mermaid
flowchart LR
  Here --> There
\`\`\`

---

# Links within a slide

A claim with a source[^1].

[^1]: The source of the claim.
`

const draw = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="${color}"/></svg>`

/** Number of these slides. */
const OWN = 5

/** Slide of the fixture with a figure. */
const FIGURE = 2

let folder: TemporaryFolder
let ending: Ending
let file: string
let address: string
let deck: DeckModel
let browser: Browser

beforeAll(async () => {
  folder = copyFixture('figures')
  const { path } = folder
  appendFileSync(join(path, 'slides.md'), SLIDES)
  writeFileAtomically(join(path, 'public/sea.svg'), draw('#048'))
  writeFileAtomically(join(path, 'public/unused.svg'), draw('#123456'))
  writeFileAtomically(join(path, 'public/paper.txt'), 'The paper')
  writeFileAtomically(join(path, 'near.svg'), draw('#840'))
  writeFileAtomically(
    join(path, 'components/FromBase.vue'),
    `<template><img :src="address" alt="Sea" /></template>\n<script setup>const address = import.meta.env.BASE_URL + 'sea.svg'</script>\n`,
  )
  appendFileSync(join(path, 'styles/index.css'), '\n.of-sheet { background: url(/sea.svg) }\n')
  ending = await startLectern(path, 'build', '--single', '--strict').end()
  file = join(path, 'out/slides.html')
  address = pathToFileURL(file).href
  deck = await readDeck(path)
  browser = await launchBrowser(ensureBrowser(console.log))
})

afterAll(async () => {
  await browser?.close()
  folder.remove()
})

it('is written without a warning, and its place and size are told', () => {
  const { code, output, errors } = ending
  expect(errors.split('\n').filter((line) => !/^$| …$/.test(line))).toEqual([])
  expect(code).toBe(0)
  expect(output).toMatch(
    /^out\/slides\.html: \d+ slides, without notes, in one file of [\d.]+ MB\n$/,
  )
})

describe.each<{ name: string; isHere: boolean; open: () => Promise<OpenTalk> }>([
  { name: 'Chromium', isHere: true, open: async () => openInChromium(browser, address) },
  {
    name: 'Firefox',
    isHere: firefox !== undefined,
    open: async () => openInFirefox(firefox ?? '', address),
  },
])('in $name, the file', ({ isHere, open }) => {
  it.skipIf(!isHere)('shows every slide from a disk, and asks for nothing', async () => {
    const talk = await open()
    const slides: SlideFacts[] = []
    for (const { number } of deck.slides) {
      slides.push(await talk.go(number))
    }
    await talk.press('ArrowLeft')
    const { heading: before } = await talk.read(deck.slides.length - 1)
    await talk.close()
    expect(before).toBe(deck.slides.at(-2)?.title)
    expect(slides.map(({ heading }) => heading.replaceAll('’', "'"))).toEqual(
      deck.slides.map(({ title }) => title),
    )
    expect(slides.filter(({ broken }) => broken > 0)).toEqual([])
    expect(slides[FIGURE - 1]?.live).toBe(1)
    expect(slides.slice(-OWN).map(({ backgrounds }) => backgrounds)).toEqual([1, 1, 2, 0, 0])
    const asked = [...talk.requests, ...slides.flatMap(({ loaded }) => loaded)]
    expect(asked.filter((url) => !/^(?:data|blob):/.test(url) && url !== address)).toEqual([])
    expect(talk.errors).toEqual([])
  })
})

it('has the files that the slides name once, and no others', () => {
  const html = readFileSync(file, 'utf8')
  const count = (name: string): number => {
    const data = readFileSync(join(folder.path, name)).toString('base64')
    return html.split(data).length - 1
  }
  expect(
    ['public/sea.svg', 'near.svg', 'public/paper.txt', 'public/unused.svg'].map(count),
  ).toEqual([1, 1, 1, 0])
})

it('has neither notes nor presenter mode', () => {
  const html = readFileSync(file, 'utf8')
  const has = (text: string): boolean => html.includes(text)
  expect(['spoken words', 'name:`presenter`'].filter(has)).toEqual([])
  expect(html.slice(0, 500)).toMatch(/<title>Ages of the Earth( - Slidev)?<\/title>/)
})

it.each(['slide', 'article'])('follows a link within a slide of the %s', async (view) => {
  const page = await browser.newPage()
  const last = `#/${deck.slides.length}`
  const start = view === 'slide' ? last : '#/read'
  await page.goto(address + start)
  await page.locator('sup a:visible').click()
  await expect
    .poll(async () => page.evaluate(() => document.activeElement?.textContent ?? ''))
    .toContain('The source of the claim.')
  expect(await page.getByText('A claim with a source').isVisible()).toBe(true)
  expect(new URL(page.url()).hash).toContain(start)
  await page.close()
})

it('leads back from a footnote of the article', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}#/read`)
  await page.locator('sup a:visible').click()
  await expect.poll(() => new URL(page.url()).hash).toContain('fn')
  await page.goBack()
  await expect.poll(() => new URL(page.url()).hash).not.toContain('fn')
  await page.close()
})

it('shows its text and asks for nothing where no script runs', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(address)
  const headings = await page.locator('section > :first-child :is(h1, h2)').allInnerTexts()
  expect(headings.map((heading) => heading.replaceAll('’', "'"))).toEqual(
    deck.slides.map(({ title }) => title),
  )
  expect(await page.locator('.lectern-message').isVisible()).toBe(true)
  const links = page.locator('.lectern-bar a, .lectern-place')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  const sections = deck.slides.map(({ number }) => `#slide-${number}`)
  expect(addresses).toEqual([...sections, ...sections])
  expect(requests).toEqual([address])
  await context.close()
})

it('has the pictures of its slides in the article, which it does not draw anew', async () => {
  const page = await browser.newPage()
  await page.goto(`${address}#/read`)
  await page.locator('.lectern-article').waitFor()
  const images = page.locator('.lectern-article img')
  const missing = await images.evaluateAll(async (all) => {
    const found: (string | null)[] = []
    for (const image of all.filter((each) => each instanceof HTMLImageElement)) {
      image.loading = 'eager'
      await image.decode().catch(() => found.push(image.getAttribute('src')))
    }
    return found
  })
  expect(missing).toEqual([])
  expect(await images.count()).toBeGreaterThan(OWN - 1)
  expect(await page.locator('.print-slide-container').count()).toBe(0)
  await page.close()
})

it('is dark where the visitor’s system is', async () => {
  const talk = await openInChromium(browser, address, 'dark')
  expect(await talk.read(1)).toMatchObject({ isDark: true })
  await talk.close()
})

it('is not written with --strict where a slide asks another host, and names the line', async () => {
  const own = writeDeck({
    'slides.md':
      '---\nfonts: { provider: none }\nrouteAlias: read\n---\n\n# One\n\n![Lake](https://lab.example/lake.png)\n',
  })
  const { code, errors } = await startLectern(own.path, 'build', '--single', '--strict').end()
  expect(code).toBe(1)
  expect(errors).toContain(
    'warning: slides.md:8, slide 1: https://lab.example/lake.png is fetched from elsewhere',
  )
  // Without its reading view, whose address a slide has.
  expect(errors).toContain('A slide has "routeAlias: read"')
  expect(errors).toContain('out/slides.html was not written: 1 problem')
  expect(existsSync(join(own.path, 'out'))).toBe(false)
  own.remove()
})
