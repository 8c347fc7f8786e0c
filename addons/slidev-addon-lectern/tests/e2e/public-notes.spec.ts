import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { serveFolder } from '../../browser/static-server.ts'
import { buildSingleFile } from '../../site/single/build-single-file.ts'
import { openServedDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { publishDeck, writeDeck } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { readTexts } from '../harness/site-texts.ts'
import { visit, waitForApplication, WITHOUT_SCRIPT } from '../harness/visit.ts'

const BASE = '/talks/x/'
const SITE_URL = `https://lab.example${BASE}`

/** Sentences of notes that only the speaker may see: of a slide with steps, with a formula, with a list, and of the last. */
const PRIVATE = [
  'Breathe before the first number.',
  'Nobody outside knows that the loss went up.',
  'The reviewer called it unconvincing.',
  'Thank the sponsor by name.',
]
const PUBLIC = ['The data are on the lab’s server.', 'Each run took a night.']

const DECK = `---
title: What is public
lectern:
  sections: cover
fonts:
  provider: none
---

# What is public

<v-click>A step</v-click>

<!--
${PRIVATE[0]} [click] ${PRIVATE[1]}
-->

---
lectern:
  publicNotes: true
---

# Shared

A slide whose note is for everybody.

<!--
${PUBLIC[0]}

- ${PUBLIC[1]}
-->

---
lectern:
  publicNotes: false
---

# Kept

With $x^2$, and <span style="color: #eee">pale words</span>.

<div class="bg-black p-2"><span class="text-white">white words</span> and <b class="text-red-600">red ones</b></div>

<!-- ${PRIVATE[2]} -->

---

# The end

<a href="https://[oops/">No address</a>, and <a href="/100%.pdf">a broken one</a>

<!-- ${PRIVATE[3]} -->
`

let folder: TemporaryFolder
let site: string
let single: string
let deck: Deck

beforeAll(async () => {
  folder = writeDeck({ 'slides.md': DECK })
  site = await publishDeck(folder, { url: SITE_URL, router: 'history' })
  single = join(folder.path, 'out/talk.html')
  await buildSingleFile({ entry: folder.path, out: single, log: () => {} })
  deck = await openServedDeck(await serveFolder(site, { base: BASE }))
})

afterAll(async () => {
  await deck.close()
  folder.remove()
})

/** Returns a text as it is in pages, scripts and JSON alike: without quotation marks and escapes. */
function plain(text: string): string {
  return text.replaceAll(/[’'"\\]|&quot;|&#39;/g, '')
}

describe('notes', () => {
  it('that are not public are in no file: pages, previews, search index, scripts, one file', () => {
    const texts = plain(readTexts(site) + readFileSync(single, 'utf8'))
    expect(PRIVATE.filter((sentence) => texts.includes(plain(sentence)))).toEqual([])
  })

  it('that the author made public stand below their slide, without scripts too, and are found', async () => {
    const page = await visit(deck, 'read.html', WITHOUT_SCRIPT)
    const note = page.locator('#slide-2 aside')
    expect(await note.innerText()).toContain(PUBLIC[0])
    expect(await note.getByRole('listitem').innerText()).toBe(PUBLIC[1])
    expect(await page.locator('aside').count()).toBe(1)
    await page.context().close()
    expect(readTexts(site)).toContain('Each run took a night')
  })

  it('that are public are in the reading view of the one file as well', async () => {
    const page = await deck.context.newPage()
    await page.goto(`file://${single}#/read`)
    await page
      .locator('#slide-2 aside')
      .getByText(PUBLIC[1] ?? '')
      .waitFor()
    expect(await page.locator('aside').count()).toBe(1)
    await page.close()
  })
})

describe('the article', () => {
  it('has links whose addresses are none, as on the slide', async () => {
    const page = await visit(deck, 'read.html', WITHOUT_SCRIPT)
    const links = page.locator('#slide-4 p a')
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://[oops/',
      '/100%.pdf',
    ])
    await page.context().close()
  })

  it('keeps the colors that are legible on its paper, and no others', async () => {
    const page = await visit(deck, 'read.html', WITHOUT_SCRIPT)
    const colorOf = async (text: string): Promise<string> =>
      page
        .locator('#slide-3')
        .getByText(text)
        .last()
        .evaluate((part) => getComputedStyle(part).color)
    const own = await colorOf('With')
    expect(await colorOf('pale words')).toBe(own)
    expect(await colorOf('white words')).toBe(own)
    expect(await colorOf('red ones')).not.toBe(own)
    await page.context().close()
  })
})

describe('the site under a path', () => {
  it('leads from slides to sections and back without scripts, and with them', async () => {
    const still = await visit(deck, '3', WITHOUT_SCRIPT)
    await still.getByRole('link', { name: 'Read' }).click()
    await still.getByRole('link', { name: 'Slide 4', exact: true }).click()
    expect(new URL(still.url()).pathname).toBe(`${BASE}4.html`)
    await still.context().close()
    const page = await visit(deck, 'read#slide-3')
    await waitForApplication(page)
    await page.getByRole('link', { name: 'Slides', exact: true }).click()
    await page.waitForURL(`${deck.url}3`)
    await page.getByTitle('Read as an article').click({ force: true })
    await page.waitForURL(`${deck.url}read#slide-3`)
    await page.context().close()
  })

  it('has a picture, title and description for the link to each slide', () => {
    const page = readFileSync(join(site, '2.html'), 'utf8')
    expect(page).toContain(`<meta property="og:image" content="${SITE_URL}share/2.jpg">`)
    expect(page).toContain('<meta property="og:title" content="Shared · What is public">')
    expect(page).toContain('A slide whose note is for everybody.')
    const image = readFileSync(join(dirname(single), '../dist/share/2.jpg'))
    expect(image.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect(image.byteLength).toBeLessThanOrEqual(60_000)
  })
})
