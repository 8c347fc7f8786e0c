import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Browser } from 'playwright-chromium'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { ensureBrowser, launchBrowser } from '../../browser/find-browser.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { slideOf } from '../harness/deck.ts'
import { copyFonts, startDevServer, watchWindows } from '../harness/dev-session.ts'
import type { DevServer, DevWindows } from '../harness/dev-session.ts'
import { PATIENCE_MS } from '../harness/patience.ts'
import { copyProject } from '../harness/project-copy.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'

/**
 * Modules until the first slide of this deck is there; stock Slidev sends 418 scripts.
 *
 * A style that UnoCSS sends again while the page loads counts once: how often it does
 * depends on how busy the machine is.
 */
const MODULE_BUDGET = 300

/** A module of Vue that is not in the bundle everything else has. */
const OTHER_VUE_RE = /\/node_modules\/(?:@vue\/(?:runtime|reactivity)|vue\/)/

/** Modules of the application, in the development server. */
const APPLICATION = /\/@fs\/.*\/@slidev\/client\/main\.ts/

const DECK = `---
title: A deck
colorSchema: dark
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
let browser: Browser
let server: DevServer
let windows: DevWindows

beforeAll(async () => {
  folder = copyProject('features')
  copyFonts(folder)
  writeFileAtomically(join(folder.path, 'slides.md'), DECK)
  server = await startDevServer(folder.path)
  browser = await launchBrowser(ensureBrowser(console.log))
  windows = watchWindows(browser)
})

afterEach(async () => {
  await Promise.all(browser.contexts().map(async (context) => context.close()))
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  folder.remove()
})

describe('the development server', () => {
  it('presents without a terminal, and prints the presenter’s address', async () => {
    await expect
      .poll(() => server.readOutput())
      .toContain(`presenter mode      > ${server.url}presenter/`)
  })

  it('shows the first slide within its budget of modules, at its first start', async () => {
    const before = windows.scripts.length
    const page = await windows.open(`${server.url}1`)
    await slideOf(page, 1).getByRole('heading', { name: 'First' }).waitFor()
    const modules = new Set(windows.scripts.slice(before).map(withoutUpdateTime))
    expect(modules.size).toBeGreaterThan(20)
    expect(modules.size).toBeLessThan(MODULE_BUDGET)
  })

  it('shows clicks, marks, types in code and the presenter’s view, all with one Vue', async () => {
    const page = await windows.open(`${server.url}2`)
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

    const presenter = await windows.open(`${server.url}presenter/2`)
    const current = presenter.locator('.slidev-presenter [data-slidev-no="2"]:visible').first()
    await current.getByText('clicked text').waitFor({ state: 'attached' })
    await presenter.keyboard.press('ArrowRight')
    await presenter.waitForURL((url) => url.searchParams.get('clicks') === '1')

    const { scripts, errors } = windows
    expect(scripts.filter((url) => OTHER_VUE_RE.test(url) && !url.includes('/.vite/'))).toEqual([])
    expect(scripts.filter((url) => /\/\.vite\/deps\/vue\.esm-bundler/.test(url))).not.toEqual([])
    expect(errors).toEqual([])
  })

  it('shows an edited slide without loading the page anew', async () => {
    const page = await windows.open(`${server.url}3`)
    const slide = slideOf(page, 3)
    await slide.getByRole('heading', { name: 'Code' }).waitFor()
    await page.evaluate(() => document.body.setAttribute('data-kept', ''))
    replaceInDeck('# Code', '# Edited\n\n<b class="pt-[123px]">text</b>')
    await slide.getByRole('heading', { name: 'Edited' }).waitFor()
    // A class that no earlier text had.
    const readPadding = async (): Promise<string> =>
      slide.locator('b').evaluate((element) => getComputedStyle(element).paddingTop)
    await expect.poll(readPadding).toBe('123px')
    expect(await page.locator('[data-kept]').count()).toBe(1)
    expect(windows.errors).toEqual([])
    expect(server.readOutput()).not.toMatch(/warn|error|deprecated|reloading/i)
  })

  it('searches the slides and shows them as an article, without loading the page anew', async () => {
    const page = await windows.open(`${server.url}1`)
    await slideOf(page, 1).getByRole('heading', { name: 'First' }).waitFor()
    await page.evaluate(() => document.body.setAttribute('data-kept', ''))
    await page.keyboard.press('/')
    await page.locator('.lectern-search input:focus').waitFor()
    await page.keyboard.type('answer')
    await page.getByRole('option', { name: 'const answer' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTitle('Read as an article').click({ force: true })
    await page.locator('#slide-1 h1').getByText('First').waitFor()
    expect(await page.locator('[data-kept]').count()).toBe(1)
    expect(windows.errors).toEqual([])
  })
})

describe('the next start', () => {
  beforeAll(async () => {
    const snapshot = join(folder.path, 'node_modules/.vite/lectern-snapshot-1.json')
    rmSync(snapshot, { force: true })
    const page = await windows.open(`${server.url}1`)
    await vi.waitUntil(() => existsSync(snapshot), { timeout: PATIENCE_MS })
    await page.close()
    await server.stop()
    server = await startDevServer(folder.path)
  })

  it('shows a slide before the application, which then shows the same', async () => {
    let release = (): void => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const page = await windows.open(server.url, async (opened) =>
      opened.route(APPLICATION, async (route) => {
        await released
        await route.continue()
      }),
    )
    const heading = page.locator('#lectern-prerendered').getByRole('heading', { name: 'First' })
    await heading.waitFor()
    expect(await page.locator('html').getAttribute('class')).toBe('dark')
    const box = await heading.boundingBox()
    await page.keyboard.press('ArrowRight')
    release()
    // The key was pressed before there was anything to go on with.
    await slideOf(page, 2).getByRole('heading', { name: 'Clicks' }).waitFor()
    await page.keyboard.press('ArrowLeft')
    const first = slideOf(page, 1).getByRole('heading', { name: 'First' })
    await first.waitFor()
    expect(await first.boundingBox()).toEqual(box)
  })

  it('shows nothing that is not so any more', async () => {
    replaceInDeck('# First', '# Edited')
    const page = await windows.open(server.url, async (opened) =>
      opened.route(APPLICATION, () => {}),
    )
    await page.locator('#app').waitFor({ state: 'attached' })
    expect(await page.locator('#lectern-prerendered').count()).toBe(0)
  })
})

function replaceInDeck(text: string, by: string): void {
  const path = join(folder.path, 'slides.md')
  writeFileAtomically(path, readFileSync(path, 'utf8').replace(text, by))
}

function isHidden(element: Element): boolean {
  return (
    getComputedStyle(element).opacity === '0' || element.closest('.slidev-vclick-hidden') !== null
  )
}

/** Returns the address of a module without the time that Vite adds when it sends it again. */
function withoutUpdateTime(address: string): string {
  const url = new URL(address)
  url.searchParams.delete('t')
  return url.href
}
