import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { findFreePort } from '../../tools/free-port.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { writeFileAtomically } from '../../tools/write-file.ts'
import { slideOf } from './deck.ts'
import { copyProject } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'
import { visitServer } from './visit-server.ts'

/** Scripts until the first slide of this deck is there; stock Slidev sends 418. */
const SCRIPT_BUDGET = 300

/** A module of Vue that is not in the bundle everything else has. */
const OTHER_VUE_RE = /\/node_modules\/(?:@vue\/(?:runtime|reactivity)|vue\/)/

const DECK = `---
title: A deck
addons:
  - slidev-addon-addon
---

# First

---

# Clicks

<v-click>

clicked text

</v-click>

<span v-mark.red>marked text</span>

---

# Code

\`\`\`ts twoslash
const answer = 42
\`\`\`
`

let folder: TemporaryFolder
let slidev: RunningSlidev
let browser: Browser
let origin: string
const scripts: string[] = []
const faults: string[] = []

beforeAll(async () => {
  folder = copyProject()
  writeFileAtomically(join(folder.path, 'slides.md'), DECK)
  const port = await findFreePort()
  origin = `http://localhost:${port}`
  slidev = startSlidev(['slides.md', '--port', String(port)], folder.path)
  browser = await launchBrowser(ensureBrowser(console.log))
})

afterAll(async () => {
  await browser.close()
  const ended = once(slidev.child, 'close')
  slidev.child.kill()
  await ended
  folder.remove()
})

it('shows the first slide within its budget of scripts, at its first start', async () => {
  const page = await open('1')
  await slideOf(page, 1).getByRole('heading', { name: 'First' }).waitFor()
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.length).toBeLessThan(SCRIPT_BUDGET)
  await page.close()
})

it('shows clicks, marks, types in code and the presenter’s view, all with one Vue', async () => {
  const page = await open('2')
  const text = slideOf(page, 2).getByText('clicked text')
  await text.waitFor({ state: 'attached' })
  expect(await text.evaluate(isHidden)).toBe(true)
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => text.evaluate(isHidden)).toBe(false)
  await page.keyboard.press('ArrowRight')
  await slideOf(page, 2).locator('.rough-annotation path').first().waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowRight')
  await slideOf(page, 3).locator('.twoslash-hover').first().hover()
  await page.locator('.twoslash-floating:visible', { hasText: 'const answer: 42' }).waitFor()
  await page.close()

  const presenter = await open('presenter/2')
  const current = presenter.locator('.slidev-presenter [data-slidev-no="2"]:visible').first()
  await current.getByText('clicked text').waitFor({ state: 'attached' })
  await presenter.keyboard.press('ArrowRight')
  await presenter.waitForURL((url) => url.searchParams.get('clicks') === '1')
  await presenter.close()

  expect(scripts.filter((url) => OTHER_VUE_RE.test(url) && !url.includes('/.vite/'))).toEqual([])
  expect(scripts.filter((url) => /\/\.vite\/deps\/vue\.esm-bundler/.test(url))).not.toEqual([])
  expect(faults).toEqual([])
})

it('shows an edited slide without loading the page anew', async () => {
  const page = await open('1')
  await slideOf(page, 1).getByRole('heading', { name: 'First' }).waitFor()
  await page.evaluate(() => document.body.setAttribute('data-kept', ''))
  const path = join(folder.path, 'slides.md')
  writeFileAtomically(
    path,
    readFileSync(path, 'utf8').replace('# First', '# Edited\n\n<i class="pt-[123px]">i</i>'),
  )
  await slideOf(page, 1).getByRole('heading', { name: 'Edited' }).waitFor()
  // A class that no earlier text had.
  await expect
    .poll(async () =>
      slideOf(page, 1)
        .locator('i')
        .evaluate((element) => getComputedStyle(element).paddingTop),
    )
    .toBe('123px')
  expect(await page.locator('[data-kept]').count()).toBe(1)
  expect(faults).toEqual([])
  expect(slidev.readOutput()).not.toMatch(/warn|error|deprecated|reloading/i)
})

/** Opens a page of the deck in a window of its own, when the server listens. */
async function open(path: string): Promise<Page> {
  const page = await browser.newPage()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') {
      scripts.push(request.url())
    }
  })
  page.on('console', (message) => {
    // Vite does not send fonts from the folder that the copy's dependencies are linked to.
    const isLinkedFont = message.location().url.endsWith('.woff2')
    if (['error', 'warning'].includes(message.type()) && !isLinkedFont) {
      faults.push(`${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => faults.push(String(error)))
  await visitServer(page, `${origin}/${path}`)
  return page
}

function isHidden(element: Element): boolean {
  return (
    getComputedStyle(element).opacity === '0' || element.closest('.slidev-vclick-hidden') !== null
  )
}
