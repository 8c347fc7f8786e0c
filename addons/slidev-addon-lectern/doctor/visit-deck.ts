import type { Browser, BrowserContext, Page } from 'playwright-chromium'

import { addAxe, addPageScript } from '../browser/page-script.ts'
import { watchConsole } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Mode } from '../checks/finding.ts'
import { refuseForeignRequests, watchForeignRequests } from '../checks/network.ts'
import type { ForeignRequest } from '../checks/network.ts'
import type { CheckName } from '../deck/check-names.ts'
import { visitSlide } from './visit-slide.ts'
import type { SlideObservation, VisitRecord } from './visit-slide.ts'

/** Record of a deck that was visited in one mode. */
export interface DeckRecord extends VisitRecord {
  console: ConsoleMessage[]
  requests: ForeignRequest[]
}

/** A built deck to visit. */
export interface DeckVisit {
  browser: Browser
  /** Address of the built deck, with a trailing slash. */
  siteUrl: string
  /** Numbers of the slides. */
  slides: readonly number[]
  mode: Mode
  checks: ReadonlySet<CheckName>
  /** Called after each slide. */
  onSlide: () => void
}

/** Pages that share the slides of one mode: while one waits for its slide to come to rest, the other one works. */
const PAGES = 2

/** Opening another page costs as much as visiting this many slides. */
const LEAST_SLIDES = 12

/**
 * Checks every click step of the given slides, at scale 1. A slide that cannot be checked has an observation that says
 * so.
 *
 * @returns `undefined` if the deck does not have this mode (`colorSchema: light`).
 */
export async function visitDeck(visit: DeckVisit): Promise<DeckRecord | undefined> {
  const { slides } = visit
  const size = Math.max(LEAST_SLIDES, Math.ceil(slides.length / PAGES))
  const parts = Array.from({ length: Math.ceil(slides.length / size) }, (_, index) =>
    slides.slice(index * size, (index + 1) * size),
  )
  const records = await Promise.all(
    parts.map(async (part) => visitPart({ ...visit, slides: part })),
  )
  const [first, ...others] = records.filter((record) => record !== undefined)
  return first && others.reduce(mergeRecords, first)
}

function mergeRecords(one: DeckRecord, other: DeckRecord): DeckRecord {
  return {
    mode: one.mode,
    observations: [...one.observations, ...other.observations],
    clicks: new Map([...one.clicks, ...other.clicks]),
    links: [...one.links, ...other.links],
    console: [...one.console, ...other.console],
    requests: [...one.requests, ...other.requests],
  }
}

/** Visits slides in one page, and where the browser fails on one, the remaining slides in another page. */
async function visitPart(visit: DeckVisit): Promise<DeckRecord | undefined> {
  const { browser, mode, siteUrl, slides } = visit
  const context = await browser.newContext({ colorScheme: mode, reducedMotion: 'reduce' })
  try {
    await refuseForeignRequests(context, siteUrl)
    await addPageScript(context)
    await addAxe(context)
    let record = await visitSlides(context, visit, slides)
    let rest = record?.unvisited ?? []
    while (record && rest.length > 0) {
      const next = await visitSlides(context, visit, rest)
      record = next && { ...mergeRecords(record, next), unvisited: next.unvisited }
      rest = next?.unvisited ?? []
    }
    return record
  } finally {
    await context.close()
  }
}

/** Visits slides in a new page, up to one that fails. */
async function visitSlides(
  context: BrowserContext,
  { siteUrl, mode, checks, onSlide }: DeckVisit,
  slides: readonly number[],
): Promise<(DeckRecord & { unvisited: readonly number[] }) | undefined> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let shown = slides[0] ?? 1
  const record: DeckRecord = {
    mode,
    observations: [],
    clicks: new Map(),
    links: [],
    console: watchConsole(page, siteUrl, () => shown),
    requests: await watchForeignRequests(page, cdp, siteUrl, () => shown),
  }
  await openDeck(page, `${siteUrl}${shown}`)
  if (!(await hasMode(page, mode))) {
    slides.forEach(onSlide)
    return undefined
  }
  for (const [index, slide] of slides.entries()) {
    shown = slide
    try {
      await visitSlide({ page, slide, record, checks })
      onSlide()
    } catch (error) {
      onSlide()
      record.observations.push(describeFailure(error, slide, { mode, checks }))
      // The page may no longer answer.
      await page.close()
      return { ...record, unvisited: slides.slice(index + 1) }
    }
  }
  await findRequesters(page, record)
  await page.close()
  return { ...record, unvisited: [] }
}

/** Makes an observation of a slide that could not be checked, for the check closest to it that was asked for. */
function describeFailure(
  error: unknown,
  slide: number,
  { mode, checks }: Pick<DeckVisit, 'mode' | 'checks'>,
): SlideObservation {
  const message = error instanceof Error ? error.message : String(error)
  const [reason = ''] = message.replace(/^page\.evaluate: (?:Error: )?/, '').split('\n')
  const [other = 'console'] = checks
  return {
    check: checks.has('console') ? 'console' : other,
    slide,
    mode,
    clicks: 0,
    observation: {
      hint: {},
      seen: `the slide could not be checked: ${reason.replace(/\.$/, '')}`,
      expected: 'a slide that the browser shows',
      fix: 'Open it in a browser (`npx slidev`) and look for what goes wrong there.',
      kind: 'failure',
      isStructural: true,
    },
  }
}

/** Opens the deck in a window of its slides' size, so that they are shown at scale 1. */
async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  // A published site shows a copy of the slide before the application is there.
  await page.locator('#app .slidev-page:visible').first().waitFor()
  await page.setViewportSize(await page.evaluate(() => window.lecternPage.readSlideSize()))
}

/** Tells whether the deck is in the mode that the viewer prefers. */
async function hasMode(page: Page, mode: Mode): Promise<boolean> {
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  return isDark === (mode === 'dark')
}

/** Finds the elements that made the requests. */
async function findRequesters(page: Page, { requests }: DeckRecord): Promise<void> {
  for (const request of requests) {
    const found = await page.evaluate((url) => window.lecternPage.findRequester(url), request.url)
    if (found) {
      request.requester = found.tag
      request.requesterSlides = found.slides
    }
  }
}
