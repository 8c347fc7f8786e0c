import type { Browser, Page } from 'playwright-chromium'

import { addPageChecks } from '../browser/page-script.ts'
import type { Session } from '../browser/session.ts'
import type { StaticServer } from '../browser/static-server.ts'
import { findOverflow } from './overflow.ts'
import type { FindOverflow } from './overflow.ts'
import { describeProblems } from './print-problem.ts'
import type { PrintProblem } from './print-problem.ts'
import { waitUntilDrawn } from './wait-until-drawn.ts'
import { watchProblems } from './watch-problems.ts'

/** Size of a slide that the deck does not say, in CSS px. */
const CANVAS_WIDTH = 980

/** What is shown of a deck to be printed. */
export interface PrintJob {
  /** The deck's slides one below the other, or with their notes on sheets of paper. */
  view: 'print' | 'handout'
  /** Numbers of the slides, ascending. */
  slides: readonly number[]
  isDark: boolean
  /** Every click step of a slide on a page of its own, instead of the last one alone. */
  hasEveryClick: boolean
  /** What the view is told beside that, as a query. */
  query?: Readonly<Record<string, string>>
  /** @default the doctor's check */
  inspect?: FindOverflow
}

/** Address of a view of the deck: right with either kind of routing. */
export function viewAddress(
  server: StaticServer,
  view: string,
  query: Readonly<Record<string, string>>,
): string {
  const search = new URLSearchParams(query).toString()
  return `${server.url}${view}?${search}#/${view}?${search}`
}

/**
 * Opens slides in the deck's own view for printing and waits until they are drawn: every slide there,
 * nothing under way, fonts and pictures loaded.
 *
 * @param begin - Gets the page before it is opened, for what can be done while it is drawn.
 * @returns The page; the caller closes it.
 * @throws {Error} naming each slide with a failed request, an error or something cut off.
 */
export async function openPrintView(
  session: Session,
  job: PrintJob,
  begin: (page: Page) => void = () => {},
): Promise<Page> {
  const page = await newPage(session.browser, job)
  const watch = watchProblems(page)
  begin(page)
  try {
    const query = {
      print: job.hasEveryClick ? 'clicks' : 'true',
      range: job.slides.join(','),
      ...job.query,
    }
    await page.goto(viewAddress(session.server, job.view, query))
    const faults = [
      ...(await waitUntilDrawn(page, watch, job.slides)),
      ...(await watch.read()),
      ...(await (job.inspect ?? findOverflow)(page, session.deck)),
    ]
    if (faults.length > 0) {
      const located = await locateFaults(session, job, faults)
      throw new Error(
        describeProblems(
          located,
          session.deck.slides.map((slide) => slide.title),
        ),
      )
    }
    return page
  } catch (error) {
    await page.context().close()
    throw error
  }
}

async function newPage(browser: Browser, { isDark }: PrintJob): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: CANVAS_WIDTH, height: 552 },
    deviceScaleFactor: 2,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  // tsx names functions by a helper that is not there in a page.
  await context.addInitScript('globalThis.__name ??= (value) => value')
  await addPageChecks(context)
  const page = await context.newPage()
  await page.emulateMedia({ media: 'screen' })
  return page
}

/** Finds the slides of the errors that say of none, by showing each slide alone. */
async function locateFaults(
  session: Session,
  job: PrintJob,
  faults: readonly PrintProblem[],
): Promise<PrintProblem[]> {
  const lost = faults.filter(({ slide }) => slide === undefined)
  if (lost.length === 0) {
    return [...faults]
  }
  const found: PrintProblem[] = []
  for (const slide of job.slides) {
    const page = await newPage(session.browser, job)
    const watch = watchProblems(page)
    await page.goto(viewAddress(session.server, 'print', { print: 'true', range: String(slide) }))
    await waitUntilDrawn(page, watch, [slide])
    for (const { message } of await watch.read()) {
      if (lost.some((fault) => fault.message === message)) {
        found.push({ slide, message })
      }
    }
    await page.context().close()
  }
  // What every slide shows is a fault of the deck, not of each slide.
  const isOfDeck = ({ message }: PrintProblem): boolean => {
    const count = found.filter((fault) => fault.message === message).length
    return count === 0 || (count === job.slides.length && count > 1)
  }
  return [
    ...faults.filter(({ slide }) => slide !== undefined),
    ...lost.filter(isOfDeck),
    ...found.filter((fault) => !isOfDeck(fault)),
  ]
}
