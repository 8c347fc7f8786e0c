import { once } from 'node:events'
import { join } from 'node:path'

import getPort from 'get-port'
import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../../slidev-addon-lectern/browser/find-browser.ts'
import { startSlidev } from '../../../slidev-addon-lectern/deck/run-slidev.ts'
import type { RunningSlidev } from '../../../slidev-addon-lectern/deck/run-slidev.ts'
import { writeFileAtomically } from '../../../slidev-addon-lectern/output/write-file.ts'
import { slideOf } from '../../../slidev-addon-lectern/tests/harness/deck.ts'
import { newPage } from '../../../slidev-addon-lectern/tests/harness/patience.ts'
import { writeDeck } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { visitServer } from '../../../slidev-addon-lectern/tests/harness/visit-server.ts'

/** Styles of UnoCSS, which arrive some time after any edit. */
const STYLES_RE = /\/__uno/

/** Parts of the deck that the author changes. */
interface Deck {
  color: string
  text: string
  headmatter: string
}

const START: Deck = { color: 'red', text: 'first', headmatter: '' }
const RED = 'rgb(197, 30, 33)'

let folder: TemporaryFolder
let slidev: RunningSlidev
let browser: Browser
let page: Page
let updated: string[] = []
let deck = START

beforeAll(async () => {
  folder = writeDeck({ 'slides.md': write(deck) })
  const port = await getPort()
  slidev = startSlidev(['slides.md', '--port', String(port)], folder.path)
  browser = await launchBrowser(ensureBrowser(console.log))
  page = await newPage(browser)
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => updated.push(...listUpdates(String(payload)))),
  )
  await visitServer(page, `http://localhost:${port}/2`)
})

beforeEach(async () => {
  await edit(START, '.colored-span', RED)
})

afterAll(async () => {
  await browser.close()
  const ended = once(slidev.child, 'close')
  slidev.child.kill()
  await ended
  folder.remove()
})

it('updates the same modules for an edited color as for edited text, without reloading the page', async () => {
  await page.evaluate(() => document.body.setAttribute('data-kept', ''))
  const forText = await edit({ text: 'second' }, '.colored-span', RED)
  const forColor = await edit({ color: 'blue' }, '.colored-span', 'rgb(16, 95, 217)')
  expect(forText).toContain('/slides.md__slidev_2.md')
  expect(forColor).toEqual(forText)
  expect(await page.locator('[data-kept]').count()).toBe(1)
})

it('continues after an unknown color', async () => {
  await edit({ color: 'nope' }, 'p:not(:has(.colored-span))')
  expect(slidev.readOutput()).toMatch(/slides\.md:\d+: unknown color "nope"/)
  await edit({ color: 'green' }, '.colored-span', 'rgb(3, 109, 56)')
})

it('shows a color that is edited in the headmatter on every slide', async () => {
  for (const [red, shown] of [
    ['#123456', 'rgb(18, 52, 86)'],
    ['#654321', 'rgb(101, 67, 33)'],
  ]) {
    const headmatter = `addon: { colors: { red: '${red}' } }\n`
    await edit({ headmatter }, '.colored-span', shown)
    const span = slideOf(page, 3).locator('.colored-span')
    await span.waitFor({ state: 'attached' })
    expect(await span.evaluate((element) => getComputedStyle(element).color)).toBe(shown)
  }
})

/**
 * Saves a change and waits until the second slide shows its text and an element of this color.
 *
 * @returns Paths of the modules that the server has updated meanwhile, sorted.
 */
async function edit(change: Partial<Deck>, selector: string, color?: string): Promise<string[]> {
  deck = { ...deck, ...change }
  updated = []
  writeFileAtomically(join(folder.path, 'slides.md'), write(deck))
  await page.waitForFunction(
    (expected) => {
      const slide = document.querySelector('[data-slidev-no="2"]')
      const element = slide?.querySelector(expected.selector)
      return (
        slide?.textContent?.includes(expected.text) === true &&
        element &&
        (expected.color === undefined || getComputedStyle(element).color === expected.color)
      )
    },
    { text: deck.text, selector, color },
  )
  return updated.toSorted()
}

/** Lists the modules, except styles, that a message of Vite's server tells the page to reload. */
function listUpdates(message: string): string[] {
  const { updates = [] }: { updates?: { path: string }[] } = JSON.parse(message)
  return updates.map(({ path }) => path).filter((path) => !STYLES_RE.test(path))
}

function write({ color, text, headmatter }: Deck): string {
  return (
    `---\naddons:\n  - slidev-addon-addon\nfonts:\n  provider: none\nfavicon: data:,\n${headmatter}---\n\n` +
    `# One\n\n---\n\n# Two\n\n${text} [span]{color=${color}}\n\n---\n\n# Three [span]{color=red}\n`
  )
}
