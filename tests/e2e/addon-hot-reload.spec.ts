import { once } from 'node:events'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../tools/browser.ts'
import { findFreePort } from '../../tools/free-port.ts'
import { startSlidev } from '../../tools/slidev.ts'
import type { RunningSlidev } from '../../tools/slidev.ts'
import { writeFileAtomically } from '../../tools/write-file.ts'
import { slideOf } from './deck.ts'
import { writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'
import { visitServer } from './visit-server.ts'

const RUNS = 5
/** What an edited colour may take beyond twice the time of edited text, for a busy machine. */
const CONSTANT_MS = 1000

/** What the author changes. */
interface Deck {
  colour: string
  text: string
  headmatter: string
}

let folder: TemporaryFolder
let slidev: RunningSlidev
let browser: Browser
let page: Page
let deck: Deck = { colour: 'red', text: 'first', headmatter: '' }

beforeAll(async () => {
  folder = writeDeck({ 'slides.md': write(deck) })
  const port = await findFreePort()
  slidev = startSlidev(['slides.md', '--port', String(port)], folder.path)
  browser = await launchBrowser(ensureBrowser(console.log))
  page = await browser.newPage()
  await visitServer(page, `http://localhost:${port}/2`)
  await slideOf(page, 2).locator('.coloured-span').waitFor()
  // Gone when the whole page is loaded anew.
  await page.evaluate(() => document.body.setAttribute('data-kept', ''))
})

afterAll(async () => {
  await browser.close()
  const ended = once(slidev.child, 'close')
  slidev.child.kill()
  await ended
  folder.remove()
})

it('shows an edited colour as fast as edited text, without loading the page anew', async () => {
  const texts: number[] = []
  const colours: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    texts.push(await edit({ text: `text ${run}` }, `text ${run}`, undefined))
    const [colour, shown] =
      run % 2 === 0 ? ['blue', 'rgb(16, 95, 217)'] : ['red', 'rgb(197, 30, 33)']
    colours.push(await edit({ colour }, undefined, shown))
  }
  expect(median(colours)).toBeLessThan(2 * median(texts) + CONSTANT_MS)
  expect(await page.locator('[data-kept]').count()).toBe(1)
})

it('goes on after a colour that is not understood', async () => {
  await edit({ colour: 'nope' }, undefined, undefined)
  await expect.poll(async () => slideOf(page, 2).locator('.coloured-span').count()).toBe(0)
  expect(slidev.readOutput()).toMatch(/slides\.md:\d+: unknown colour "nope"/)
  await edit({ colour: 'green' }, undefined, 'rgb(3, 109, 56)')
})

it('shows a colour that is edited in the headmatter on every slide', async () => {
  const first = { colour: 'red', headmatter: "addon: { colours: { red: '#123456' } }\n" }
  expect(await edit(first, undefined, 'rgb(18, 52, 86)')).toBeGreaterThan(0)
  const second = { headmatter: "addon: { colours: { red: '#654321' } }\n" }
  expect(await edit(second, undefined, 'rgb(101, 67, 33)')).toBeGreaterThan(0)
})

/** Saves a change and waits until the page shows it; gives back the time it took in ms. */
async function edit(
  change: Partial<Deck>,
  text: string | undefined,
  colour: string | undefined,
): Promise<number> {
  deck = { ...deck, ...change }
  const start = performance.now()
  writeFileAtomically(join(folder.path, 'slides.md'), write(deck))
  await page.waitForFunction(
    (expected) => {
      const slide = document.querySelector('[data-slidev-no="2"]')
      const span = slide?.querySelector('.coloured-span')
      return (
        (expected.text === undefined || slide?.textContent?.includes(expected.text)) &&
        (expected.colour === undefined ||
          (span && getComputedStyle(span).color === expected.colour))
      )
    },
    { text, colour },
  )
  return performance.now() - start
}

function write({ colour, text, headmatter }: Deck): string {
  return (
    `---\naddons:\n  - slidev-addon-addon\nfonts:\n  provider: none\nfavicon: data:,\n${headmatter}---\n\n` +
    `# One\n\n---\n\n# Two\n\n${text} [span]{color=${colour}}\n`
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity
}
