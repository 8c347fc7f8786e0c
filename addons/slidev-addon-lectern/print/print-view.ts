import type { Browser, Page } from 'playwright-chromium'

import { addPageScript } from '../browser/page-script.ts'
import type { Session } from '../browser/session.ts'
import type { StaticServer } from '../browser/static-server.ts'
import { describeFiles } from './missing-files.ts'
import type { MissingFile } from './missing-files.ts'
import { findOverflow } from './overflow.ts'
import type { UnplacedProblem } from './print-problem.ts'
import { describeMissing, waitUntilDrawn } from './wait-until-drawn.ts'
import type { WaitLimits } from './wait-until-drawn.ts'
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
  /** Whether slides that are too full are printed smaller. */
  isFitted: boolean
  /** Time to wait after everything is drawn, in ms. */
  waitMs?: number
  /** Further query of the view's address. */
  query?: Readonly<Record<string, string>>
}

/** Slides that are ready to be printed. */
export interface PrintView {
  page: Page
  /**
   * Looks for characters without a font, which takes a while in the browser, and returns all that was changed and all
   * that readers miss. The page stays as it is.
   */
  readProblems: () => Promise<UnplacedProblem[]>
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

/** Time after which a view is printed as it is, instead of once more without the hosts that did not answer, in ms. */
const RETRY_LIMIT_MS = 60_000

/**
 * Opens slides in the deck's own view for printing, waits until they are drawn, with fonts and images loaded, and
 * adapts them to paper.
 *
 * @param begin - Gets each page before it is opened, for work that can be done while it is drawn.
 * @param limits - Limits of each wait; shorter in tests.
 * @returns The view; the caller closes its page with {@link closePage}.
 */
export async function openPrintView(
  session: Session,
  job: PrintJob,
  begin: (page: Page) => void = () => {},
  limits?: WaitLimits,
): Promise<PrintView> {
  const silent = new Set<string>()
  const until = performance.now() + RETRY_LIMIT_MS
  for (;;) {
    const page = await newPage(session.browser, job, silent)
    try {
      const watch = watchProblems(page, session.server.url)
      begin(page)
      // The page's own load event waits for hosts that never answer.
      await page.goto(printAddress(session.server, job), { waitUntil: 'commit' })
      const missing = await waitUntilDrawn(page, watch, job.slides, limits)
      const hosts = missing.pending
        .filter((url) => !url.startsWith(session.server.url))
        .map((url) => new URL(url).host)
      if (hosts.length === 0 || performance.now() > until) {
        if (job.waitMs !== undefined) {
          await page.waitForTimeout(job.waitMs)
        }
        // Looks for the elements that show a file before some are replaced.
        const files = await watch.readFiles()
        const found = [...describeMissing(missing), ...(await watch.readErrors())]
        const describeAdapted = await adaptToPaper(page, session, job, files)
        return { page, readProblems: async () => [...found, ...(await describeAdapted())] }
      }
      hosts.forEach((host) => silent.add(host))
    } catch (error) {
      await closePage(page)
      throw error
    }
    await closePage(page)
  }
}

/** Closes a page. One whose browser is ending cannot be closed, and the reason is told elsewhere. */
export async function closePage(page: Page): Promise<void> {
  await page
    .context()
    .close()
    .catch(() => {})
}

function printAddress(
  server: StaticServer,
  { view, slides, hasEveryClick, query }: PrintJob,
): string {
  return viewAddress(server, view, {
    print: hasEveryClick ? 'clicks' : 'true',
    range: slides.join(','),
    ...query,
  })
}

/** Opens a page, which does not get anything from some hosts. */
async function newPage(
  browser: Browser,
  { isDark }: PrintJob,
  silent: ReadonlySet<string>,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: WINDOW,
    deviceScaleFactor: 2,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await addPageScript(context)
  if (silent.size > 0) {
    await context.route(
      ({ host }) => silent.has(host),
      async (route) => route.abort('timedout'),
    )
  }
  const page = await context.newPage()
  await page.emulateMedia({ media: 'screen' })
  return page
}

/** Changes slides so that nothing is lost on paper. Returns a function that tells what was changed and is missing. */
async function adaptToPaper(
  page: Page,
  { deck }: Session,
  { isFitted, hasEveryClick }: PrintJob,
  files: readonly MissingFile[],
): Promise<() => Promise<UnplacedProblem[]>> {
  const unreachable = files.filter(({ isOwn }) => !isOwn).map(({ url }) => url)
  const adaptations = await page.evaluate(
    async (options) => window.lecternPage.adaptToPaper(options),
    { isFitted, hasEveryClick, unreachable },
  )
  const overflow = await findOverflow(page, deck)
  return async () => {
    const fontGaps = await page.evaluate(async () => window.lecternPage.inspectPrintedFonts())
    return [...describeFiles(files, adaptations, fontGaps), ...overflow]
  }
}
