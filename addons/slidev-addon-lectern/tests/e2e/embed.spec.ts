import type { Frame, Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { serveFolder } from '../../browser/static-server.ts'
import { createSiteHeaders } from '../../site/headers.ts'
import { openServedDeck } from '../harness/deck.ts'
import type { Deck } from '../harness/deck.ts'
import { newContext } from '../harness/patience.ts'
import { shareBuild } from '../harness/shared-builds.ts'
import { holdApplication, waitForApplication } from '../harness/visit.ts'
import type { VisitOptions } from '../harness/visit.ts'
import { startWiki } from '../harness/wiki.ts'
import type { Wiki } from '../harness/wiki.ts'

const WIDE = 'width: 800px; aspect-ratio: 16/9'
const UPRIGHT = 'width: 500px; height: 560px'

let deck: Deck
let wiki: Wiki
let stranger: Wiki

beforeAll(async () => {
  wiki = await startWiki()
  stranger = await startWiki()
  const headersOf = await createSiteHeaders([wiki.origin])
  deck = await openServedDeck(await serveFolder(await shareBuild('figures'), { headersOf }))
})

afterAll(async () => {
  await deck.close()
  await wiki.close()
  await stranger.close()
})

/** Opens the page of another site, with the deck in it. */
async function openIn(
  site: Wiki,
  path: string,
  style = WIDE,
  { context = {}, prepare = async () => {} }: VisitOptions = {},
): Promise<Page> {
  site.embed(`${deck.url}${path}`, style)
  const browser = deck.context.browser()
  if (!browser) {
    throw new Error('The browser has ended.')
  }
  const page = await (
    await newContext(browser, { viewport: { width: 1000, height: 800 }, ...context })
  ).newPage()
  await prepare(page)
  await page.goto(site.origin)
  return page
}

/** Waits until the deck in a page answers. */
async function waitForDeck(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) {
    throw new Error('The page has no frame.')
  }
  // A frame has an empty page at first, in which nothing is prerendered either.
  await frame.locator('#app .slidev-layout:visible').first().waitFor()
  await frame.locator('#lectern-prerendered').waitFor({ state: 'detached' })
  return frame
}

/** Reads what belongs to the page around the deck. */
async function readPage(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    scrolled: scrollY,
    focus: document.activeElement?.localName,
    history: history.length,
  }))
}

describe('a deck in a page of another site', () => {
  it('takes nothing from it, neither as it loads nor as its slides change by keys', async () => {
    const page = await openIn(wiki, '2?embed')
    const frame = await waitForDeck(page)
    expect(await readPage(page)).toEqual({ scrolled: 0, focus: 'input', history: 2 })
    await frame.locator('#slide-container').click({ position: { x: 300, y: 20 } })
    for (const [key, slide] of [
      ['ArrowDown', 3],
      ['ArrowDown', 4],
      ['Space', 5],
      ['PageDown', 6],
      ['ArrowUp', 5],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => new URL(frame.url()).pathname).toBe(`/${slide}`)
    }
    expect(await readPage(page)).toEqual({ scrolled: 0, focus: 'iframe', history: 2 })
    await page.context().close()
  })

  it('lets the wheel scroll the page', async () => {
    const page = await openIn(wiki, '2?embed')
    await waitForDeck(page)
    await page.locator('iframe').hover()
    await page.mouse.wheel(0, 120)
    await expect.poll(async () => page.evaluate(() => scrollY)).toBe(120)
    await page.context().close()
  })

  it('is not shown by a site that its headers do not name', async () => {
    const page = await openIn(stranger, '2?embed')
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/)
    await page.context().close()
  })

  it('shows its slides where the browser denies it to store anything', async () => {
    const page = await openIn(wiki, '2', WIDE, {
      prepare: async (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            configurable: true,
            get: () => {
              throw new DOMException('Access is denied for this document.', 'SecurityError')
            },
          })
        }),
    })
    const frame = await waitForDeck(page)
    const title = frame.locator('#app [data-slidev-no="2"] h1')
    await expect.poll(async () => title.isVisible()).toBe(true)
    await page.context().close()
  })
})

describe('the query "embed"', () => {
  it('leaves the controls that make sense in a page, on each slide', async () => {
    const held = holdApplication()
    const page = await openIn(wiki, '1?embed', UPRIGHT, held)
    const early = page.frameLocator('iframe').locator('#lectern-prerendered')
    await early.locator('h1').waitFor()
    expect(await early.locator('nav button:visible').count()).toBe(0)
    held.release()
    const frame = await waitForDeck(page)
    const titles = async (): Promise<unknown> =>
      frame
        .locator('nav button:visible')
        .evaluateAll((all) => all.map((each) => each.getAttribute('title')))
    const expected = [
      'Go to previous slide',
      'Go to next slide',
      'Switch to dark mode theme',
      'Search (/)',
      'Read as an article',
    ]
    await expect.poll(titles).toEqual(expected)
    await frame.getByTitle('Go to next slide').click()
    await expect.poll(() => new URL(frame.url()).pathname).toBe('/2')
    expect(new URL(frame.url()).searchParams.has('embed')).toBe(true)
    await expect.poll(titles).toEqual(expected)
    await page.context().close()
  })

  it('changes nothing of a page without it', async () => {
    const page = await deck.context.newPage()
    await page.goto(`${deck.url}2`)
    await waitForApplication(page)
    expect(new URL(page.url()).search).toBe('')
    await page.close()
  })
})
