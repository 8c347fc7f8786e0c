import type { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import { addressLinks } from './address-links.ts'
import type { LostLink } from './address-links.ts'
import { describePdf } from './pdf-problems.ts'
import type { FinishOptions } from './pdf/finish.ts'
import { readImages, restoreImages, showPlaceholders } from './placeholders.ts'
import type { PngFiles } from './placeholders.ts'
import type { UnplacedProblem } from './print-problem.ts'
import { closePage, openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'

/** A PDF that is ready to be written. */
export interface PrintedPdf {
  bytes: Uint8Array
  pages: number
  problems: readonly UnplacedProblem[]
  /** Standards that it claims to conform to, such as `PDF/UA-1`. */
  standards: readonly string[]
}

/**
 * Prints slides of a deck to a tagged PDF with outline, links and the deck's facts.
 *
 * @param options - What else the document is.
 */
export async function printPdf(
  session: Session,
  job: PrintJob,
  options: Pick<FinishOptions, 'title' | 'isArchive'> = {},
): Promise<PrintedPdf> {
  const files: PngFiles = new Map()
  const { page, readProblems } = await openPrintView(session, job, (opened) =>
    readImages(opened, session.server.url, files),
  )
  try {
    // First, because it measures the page, which each change makes the browser lay out again.
    const hints = await page.evaluate(() => window.lecternPage.markForReaders())
    const deadLinks = await preparePage(page, session)
    // The sheets of a handout hold several slides.
    const slidePages =
      job.view === 'print'
        ? await page.evaluate(() => window.lecternPage.measureSlides())
        : undefined
    const [pdf, { finishPdf }] = await Promise.all([
      printPage(page, files),
      // Loaded while the browser prints.
      import('./pdf/finish.ts'),
    ])
    // The browser looks at its fonts while the PDF is finished.
    const [problems, finished] = await Promise.all([
      readProblems(),
      untilSent().then(async () => finishPdf(pdf, session.deck, { ...options, slidePages, hints })),
    ])
    const { bytes, pages, standards, ...facts } = finished
    const hasText = facts.isTagged || (await page.locator('body').innerText()).trim() !== ''
    return {
      bytes,
      pages,
      standards,
      problems: [
        ...problems,
        ...describePdf({
          ...facts,
          deadLinks,
          hasText,
          hints: hints.elements,
          isArchive: options.isArchive === true,
        }),
      ],
    }
  } finally {
    await closePage(page)
  }
}

/** Lets what was asked of the browser be sent, before work that leaves no time for it. */
async function untilSent(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** Hides what Slidev and its editor draw in beside the slides: empty, it would still be a page. */
const WITHOUT_HELPERS =
  '#mermaid-rendering-container, .monaco-aria-container { display: none !important }'

/** Addresses the links of a page, marks its slides, and returns the links that lead nowhere. */
async function preparePage(page: Page, session: Session): Promise<LostLink[]> {
  const deadLinks = await addressLinks(page, session)
  await page.evaluate(() => window.lecternPage.markDestinations())
  await page.addStyleTag({ content: WITHOUT_HELPERS })
  return deadLinks
}

/** Prints a page, with placeholders for large images where that makes no difference. */
async function printPage(page: Page, files: PngFiles): Promise<PDFDocument> {
  let placeholders = await showPlaceholders(page, files)
  for (;;) {
    const [printed, { PDFDocument: Pdf }, { placeImages }] = await Promise.all([
      page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true }),
      import('pdf-lib'),
      import('./pdf/placeholders.ts'),
    ])
    const pdf = await Pdf.load(printed, { updateMetadata: false })
    const lost = await placeImages(pdf, placeholders)
    if (lost.length === 0) {
      return pdf
    }
    await restoreImages(page, lost)
    placeholders = placeholders.filter((placeholder) => !lost.includes(placeholder))
  }
}
