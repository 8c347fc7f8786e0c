import type { Browser, Page } from 'playwright-chromium'

import { addPageChecks } from '../checks/page-script.ts'
import type { StaticServer } from '../static-server.ts'
import { waitUntilDrawn } from './drawn.ts'
import { watchFaults } from './fault-watch.ts'
import { findOverflow } from './overflow.ts'
import type { FindOverflow } from './overflow.ts'
import { describeFaults } from './print-fault.ts'
import type { PrintFault } from './print-fault.ts'
import type { Stage } from './stage.ts'

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
  stage: Stage,
  job: PrintJob,
  begin: (page: Page) => void = () => {},
): Promise<Page> {
  const page = await newPage(stage.browser, job)
  const watch = watchFaults(page)
  begin(page)
  try {
    const query = {
      print: job.hasEveryClick ? 'clicks' : 'true',
      range: job.slides.join(','),
      ...job.query,
    }
    await page.goto(viewAddress(stage.server, job.view, query))
    const faults = [
      ...(await waitUntilDrawn(page, watch, job.slides)),
      ...(await watch.read()),
      ...(await (job.inspect ?? findOverflow)(page, stage.deck)),
    ]
    if (faults.length > 0) {
      const located = await locateFaults(stage, job, faults)
      throw new Error(
        describeFaults(
          located,
          stage.deck.slides.map((slide) => slide.title),
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
  stage: Stage,
  job: PrintJob,
  faults: readonly PrintFault[],
): Promise<PrintFault[]> {
  const lost = faults.filter(({ slide }) => slide === undefined)
  if (lost.length === 0) {
    return [...faults]
  }
  const found: PrintFault[] = []
  for (const slide of job.slides) {
    const page = await newPage(stage.browser, job)
    const watch = watchFaults(page)
    await page.goto(viewAddress(stage.server, 'print', { print: 'true', range: String(slide) }))
    await waitUntilDrawn(page, watch, [slide])
    for (const { message } of await watch.read()) {
      if (lost.some((fault) => fault.message === message)) {
        found.push({ slide, message })
      }
    }
    await page.context().close()
  }
  // What every slide shows is a fault of the deck, not of each slide.
  const isOfDeck = ({ message }: PrintFault): boolean => {
    const count = found.filter((fault) => fault.message === message).length
    return count === 0 || (count === job.slides.length && count > 1)
  }
  return [
    ...faults.filter(({ slide }) => slide !== undefined),
    ...lost.filter(isOfDeck),
    ...found.filter((fault) => !isOfDeck(fault)),
  ]
}
