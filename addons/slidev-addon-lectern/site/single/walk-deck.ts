import type { Browser, Page } from 'playwright-chromium'

import { addPageScript } from '../../browser/page-script.ts'
import { READ } from '../../deck/reading-view.ts'
import type { ReadArticle } from '../../page/reading/capture-article.ts'
import { waitUntilDrawn } from '../../print/wait-until-drawn.ts'

/** A request that a talk makes. */
export interface TalkRequest {
  url: string
  /** Number of the slide that was shown; 0 before the first one. */
  slide: number
  /** Whether it is for a page that a slide embeds. */
  isPage: boolean
}

/** Talk to walk through. */
export interface WalkOrder {
  /** Address of the talk's page, with `http:` or `file:`. */
  address: string
  /** Number of slides. */
  total: number
  /** Whether it has the reading view. */
  hasReading: boolean
  /** Is called after each slide. */
  advance: () => void
  /** Code to run in the page before its own. */
  prepare?: string
}

/** A talk that was walked through. */
export interface Walk {
  /** Requests in their order, without the talk's own page. */
  requests: readonly TalkRequest[]
  /** Texts of the slides, as they are shown, and of the reading view. */
  texts: readonly string[]
  reading?: ReadArticle
  /** Color scheme that the headmatter sets. */
  colorSchema: string
}

/** Matches addresses that ask for nothing; that of a script in the page is empty. */
const SILENT_RE = /^(?:(?:data|blob|about):|$)/

/**
 * Opens a talk and shows every step of every slide, with its figures live, and then the reading view. Loads nothing from
 * other hosts, because nothing may depend on the network.
 */
export async function walkDeck(
  browser: Browser,
  { address, total, hasReading, advance, prepare }: WalkOrder,
): Promise<Walk> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const { host } = new URL(address)
    await context.route(
      (url) => /^(?:https?|wss?):$/.test(url.protocol) && url.host !== host,
      async (route) => route.abort(),
    )
    await addPageScript(context)
    if (prepare !== undefined) {
      await context.addInitScript({ content: prepare })
    }
    const page = await context.newPage()
    const requests: TalkRequest[] = []
    const texts: string[] = []
    let slide = 0
    const note = (url: string, isPage: boolean): void => {
      if (!SILENT_RE.test(url) && url.replace(/#.*$/, '') !== address) {
        requests.push({ url, slide, isPage })
      }
    }
    page.on('request', (request) => note(request.url(), request.isNavigationRequest()))
    page.on('websocket', (socket) => note(socket.url(), false))
    await page.goto(address)
    // A first slide that is never drawn is in the file as it is.
    await page.evaluate(async () => window.lecternPage.untilDrawn(1)).catch(() => {})
    for (slide = 1; slide <= total; slide += 1) {
      texts.push(...(await showSteps(page, slide)))
      advance()
    }
    const { colorSchema } = await page.evaluate(() => window.lecternPage.readView())
    slide = 0
    if (!hasReading) {
      return { requests, texts, colorSchema }
    }
    await page.evaluate((name) => {
      location.hash = `#/${name}`
    }, READ)
    const reading = await page.evaluate(async () => window.lecternPage.readArticle())
    return { requests, texts: [...texts, reading.text], reading, colorSchema }
  } finally {
    await context.close()
  }
}

/** Shows a slide step by step, and returns its text at each. */
async function showSteps(page: Page, slide: number): Promise<string[]> {
  const texts: string[] = []
  let last = 0
  for (let step = 0; step <= last; step += 1) {
    await page.evaluate(
      async ([number, clicks]) => window.lecternPage.findSlidev().nav.go(number, clicks),
      [slide, step] as const,
    )
    await waitUntilDrawn(page, { pending: () => [] }, [slide])
    last = await page.evaluate(() => window.lecternPage.findSlidev().nav.clicksTotal)
    texts.push(await page.evaluate(() => document.body.textContent))
  }
  return texts
}
