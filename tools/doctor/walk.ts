import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-chromium'

import { inspectAccessibility } from '../checks/accessibility.ts'
import { watchConsole } from '../checks/console.ts'
import type { ConsoleMessage } from '../checks/console.ts'
import type { Fault } from '../checks/fault.ts'
import type { CheckName, Mode } from '../checks/finding.ts'
import { inspectFonts } from '../checks/fonts.ts'
import { refuseForeignRequests, watchForeignRequests } from '../checks/network.ts'
import type { ForeignRequest } from '../checks/network.ts'
import { addPageChecks } from '../checks/page-script.ts'
import type { PageLink } from '../checks/page/links.ts'

/** A fault with the state of the slide it was seen in. */
export interface Sighting {
  check: CheckName
  slide: number
  mode: Mode
  clicks: number
  fault: Fault
}

/** The steps a slide is shown in; both 0 where it has no clicks. */
export interface ClickSteps {
  first: number
  last: number
}

/** Everything seen on one way through the deck. */
export interface WalkRecord {
  mode: Mode
  sightings: Sighting[]
  /** Click steps of each slide, by its number. */
  clicks: Map<number, ClickSteps>
  links: { slide: number; clicks: number; link: PageLink }[]
  console: ConsoleMessage[]
  requests: ForeignRequest[]
}

/** What a walk goes through, and how. */
export interface WalkOptions {
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

/** Checks that look at the slide as it is drawn. */
const DRAWN_CHECKS = ['overflow', 'overlap', 'images', 'colours', 'numbers'] as const

/**
 * Goes through the slides of a built deck, every click step, at scale 1, and checks each.
 *
 * @returns What was seen; `undefined` when the deck has no such mode (`colorSchema: light`).
 * @throws {Error} naming the slide when the browser fails there.
 */
export async function walkDeck(options: WalkOptions): Promise<WalkRecord | undefined> {
  const context = await options.browser.newContext({
    colorScheme: options.mode,
    reducedMotion: 'reduce',
  })
  try {
    await refuseForeignRequests(context, options.siteUrl)
    await addPageChecks(context)
    return await walkIn(context, options)
  } finally {
    await context.close()
  }
}

async function walkIn(
  context: BrowserContext,
  options: WalkOptions,
): Promise<WalkRecord | undefined> {
  const { siteUrl, slides, mode } = options
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  let shown = slides[0] ?? 1
  const record: WalkRecord = {
    mode,
    sightings: [],
    clicks: new Map(),
    links: [],
    console: watchConsole(page, siteUrl, () => shown),
    requests: await watchForeignRequests(page, cdp, siteUrl, () => shown),
  }
  await openDeck(page, `${siteUrl}${shown}`)
  if (!(await hasMode(page, mode))) {
    slides.forEach(options.onSlide)
    return undefined
  }
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  for (const slide of slides) {
    shown = slide
    try {
      await visitSlide({ page, cdp, slide, record, checks: options.checks })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error(`Slide ${slide} could not be checked in ${mode} mode: ${reason}`, {
        cause: error,
      })
    }
    options.onSlide()
  }
  await findOwners(page, record)
  return record
}

/** Opens the deck in a window in which its slides are shown at scale 1. */
async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.locator('.slidev-page:visible').first().waitFor()
  const size = await page.evaluate(() => {
    const { canvasWidth, aspectRatio } = window.deckChecks.findSlidev().configs
    return { width: canvasWidth, height: Math.ceil(canvasWidth / aspectRatio) }
  })
  await page.setViewportSize(size)
}

/** Whether the deck shows this mode when the viewer prefers it. */
async function hasMode(page: Page, mode: Mode): Promise<boolean> {
  const isDark = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  return isDark === (mode === 'dark')
}

interface Visit {
  page: Page
  cdp: CDPSession
  slide: number
  record: WalkRecord
  checks: ReadonlySet<CheckName>
}

async function visitSlide(visit: Visit): Promise<void> {
  const { page, slide, record } = visit
  await goTo(visit, 0)
  const steps = await page.evaluate((): ClickSteps => {
    const { nav } = window.deckChecks.findSlidev()
    return { first: nav.clicksStart, last: nav.clicksTotal }
  })
  record.clicks.set(slide, steps)
  for (let clicks = steps.first; clicks <= steps.last; clicks += 1) {
    if (clicks > steps.first) {
      await goTo(visit, clicks)
    }
    await inspectState(visit, clicks)
  }
}

/** Shows a state of the slide and waits until it is at rest. */
async function goTo(visit: Visit, clicks: number): Promise<void> {
  const moved = await visit.page.evaluate(
    async ([number, step]) => {
      const { findSlidev, settle } = window.deckChecks
      await findSlidev().nav.go(number, step)
      return settle(number)
    },
    [visit.slide, clicks] as const,
  )
  noteFaults(visit, 'accessibility', clicks, moved)
}

async function inspectState(visit: Visit, clicks: number): Promise<void> {
  const { page, cdp, slide, record, checks } = visit
  if (DRAWN_CHECKS.some((check) => checks.has(check))) {
    const faults = await page.evaluate(
      async (number) => window.deckChecks.inspectSlide(number),
      slide,
    )
    for (const check of DRAWN_CHECKS) {
      noteFaults(visit, check, clicks, faults[check])
    }
  }
  if (checks.has('accessibility')) {
    noteFaults(visit, 'accessibility', clicks, await inspectAccessibility(page, slide))
  }
  if (checks.has('fonts')) {
    noteFaults(visit, 'fonts', clicks, await inspectFonts(page, cdp, slide))
  }
  if (checks.has('links')) {
    const links = await page.evaluate(
      async ([number, step]) => window.deckChecks.listLinks(number, step),
      [slide, clicks] as const,
    )
    record.links.push(...links.map((link) => ({ slide, clicks, link })))
  }
}

function noteFaults(
  { record, slide, checks }: Visit,
  check: CheckName,
  clicks: number,
  faults: readonly Fault[],
): void {
  if (checks.has(check)) {
    record.sightings.push(
      ...faults.map((fault) => ({ check, slide, mode: record.mode, clicks, fault })),
    )
  }
}

/** Finds the elements that name the addresses that were asked for. */
async function findOwners(page: Page, record: WalkRecord): Promise<void> {
  for (const request of record.requests) {
    const owner = await page.evaluate((url) => window.deckChecks.findOwner(url), request.url)
    if (owner) {
      request.askedBy = owner.tag
      request.ownerSlide = owner.slide
    }
  }
}
