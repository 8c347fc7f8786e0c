import type { Browser, Page } from 'playwright-chromium'

import { addPageScript } from '../browser/page-script.ts'
import type { Session } from '../browser/session.ts'
import type { StaticServer } from '../browser/static-server.ts'
import { findOverflow } from './overflow.ts'
import { describeProblems } from './print-problem.ts'
import type { PrintProblem } from './print-problem.ts'
import { waitUntilDrawn } from './wait-until-drawn.ts'
import { watchProblems } from './watch-problems.ts'

/** Size of the window, in CSS px: of a slide where the deck does not set another. */
const WINDOW = { width: 980, height: 552 }

/** Part of a deck that is shown for printing, and how. */
export interface PrintJob {
  /** The deck's slides one below the other, or with their notes on sheets of paper. */
  view: 'print' | 'handout'
  /** Numbers of the slides, ascending. */
  slides: readonly number[]
  isDark: boolean
  /** Every click step of a slide on a page of its own, instead of the last one alone. */
  hasEveryClick: boolean
  /** Further query of the view's address. */
  query?: Readonly<Record<string, string>>
}

/** Slides that are ready to be printed. */
export interface PrintView {
  page: Page
  /** Addresses on other hosts that did not answer; the slides are shown without them. */
  unreachable: readonly string[]
}

/** Returns the address of a view of the deck, which is right with either kind of routing. */
function viewAddress(
  server: StaticServer,
  view: string,
  query: Readonly<Record<string, string>>,
): string {
  const search = new URLSearchParams(query).toString()
  return `${server.url}${view}?${search}#/${view}?${search}`
}

/**
 * Opens slides in the deck's own view for printing and waits until all of them are drawn, with fonts and
 * images loaded.
 *
 * @param begin - Gets the page before it is opened, for work that can be done while it is drawn.
 * @returns The view; the caller closes its page.
 * @throws {Error} naming each slide with a failed request, an error or something cut off.
 */
export async function openPrintView(
  session: Session,
  job: PrintJob,
  begin: (page: Page) => void = () => {},
): Promise<PrintView> {
  const page = await newPage(session.browser, job)
  const watch = watchProblems(page, session.server.url)
  begin(page)
  try {
    const query = {
      print: job.hasEveryClick ? 'clicks' : 'true',
      range: job.slides.join(','),
      ...job.query,
    }
    await page.goto(viewAddress(session.server, job.view, query))
    const problems = [
      ...(await waitUntilDrawn(page, watch, job.slides)),
      ...(await watch.read()),
      ...(await findOverflow(page, session.deck)),
    ]
    if (problems.length > 0) {
      const located = await locateProblems(session, job, problems)
      throw new Error(
        describeProblems(
          located,
          session.deck.slides.map((slide) => slide.title),
        ),
      )
    }
    return { page, unreachable: watch.readUnreachable() }
  } catch (error) {
    await page.context().close()
    throw error
  }
}

async function newPage(browser: Browser, { isDark }: PrintJob): Promise<Page> {
  const context = await browser.newContext({
    viewport: WINDOW,
    deviceScaleFactor: 2,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await addPageScript(context)
  const page = await context.newPage()
  await page.emulateMedia({ media: 'screen' })
  return page
}

/** Finds the slides of problems without one, by showing each slide alone. */
async function locateProblems(
  session: Session,
  job: PrintJob,
  problems: readonly PrintProblem[],
): Promise<PrintProblem[]> {
  const unlocated = problems.filter(({ slide }) => slide === undefined)
  if (unlocated.length === 0) {
    return [...problems]
  }
  const found: PrintProblem[] = []
  for (const slide of job.slides) {
    const page = await newPage(session.browser, job)
    const watch = watchProblems(page, session.server.url)
    await page.goto(viewAddress(session.server, 'print', { print: 'true', range: String(slide) }))
    await waitUntilDrawn(page, watch, [slide])
    for (const { message } of await watch.read()) {
      if (unlocated.some((problem) => problem.message === message)) {
        found.push({ slide, message })
      }
    }
    await page.context().close()
  }
  // A problem that every slide shows is one of the deck.
  const isOfDeck = ({ message }: PrintProblem): boolean => {
    const count = found.filter((problem) => problem.message === message).length
    return count === 0 || (count === job.slides.length && count > 1)
  }
  return [
    ...problems.filter(({ slide }) => slide !== undefined),
    ...unlocated.filter(isOfDeck),
    ...found.filter((problem) => !isOfDeck(problem)),
  ]
}
