import type { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import type { PrintedFontGap } from '../page/checks/fonts.ts'
import type { DeadLink } from '../page/print/links.ts'
import type { FinishedPdf } from './pdf/finish.ts'
import { readImages, restoreImages, showPlaceholders } from './placeholders.ts'
import type { PngFiles } from './placeholders.ts'
import { openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'

/** A PDF that is ready to be written, and observations made while it was printed. */
export interface PrintedPdf extends FinishedPdf {
  /** Links that lead to nothing a PDF has; they are plain text in it. */
  deadLinks: readonly DeadLink[]
  /** Characters that no bundled font has, so that the PDF depends on the fonts of this machine. */
  fontCauses: readonly PrintedFontGap[]
  /** See `PrintView`. */
  unreachable: readonly string[]
}

/**
 * Prints slides of a deck to a tagged PDF with outline, links and the deck's facts.
 *
 * @param title - Title of the document where it is not the deck's.
 * @throws {Error} naming each slide that cannot be printed as it is.
 */
export async function printPdf(
  session: Session,
  job: PrintJob,
  title?: string,
): Promise<PrintedPdf> {
  const files: PngFiles = new Map()
  const { page, unreachable } = await openPrintView(session, job, (opened) =>
    readImages(opened, session.server.url, files),
  )
  try {
    const fontCauses = await page.evaluate(async () => window.lecternPage.inspectPrintedFonts())
    const deadLinks = await preparePage(page, session)
    // The sheets of a handout hold several slides.
    const slidePages =
      job.view === 'print'
        ? await page.evaluate(() => window.lecternPage.measureSlides())
        : undefined
    const pdf = await printPage(page, files)
    const { finishPdf } = await import('./pdf/finish.ts')
    const finished = await finishPdf(pdf, session.deck, { title, slidePages })
    return { ...finished, deadLinks, fontCauses, unreachable }
  } finally {
    await page.context().close()
  }
}

/** Addresses the links of a page, marks its slides, and returns the links that lead nowhere. */
async function preparePage(page: Page, { server, deck }: Session): Promise<DeadLink[]> {
  const aliases = deck.slides.flatMap(({ number, alias }) =>
    alias === undefined ? [] : [[alias, number] as const],
  )
  const deadLinks = await page.evaluate((facts) => window.lecternPage.addressLinks(facts), {
    base: new URL(server.url).pathname,
    total: deck.slides.length,
    aliases: Object.fromEntries(aliases),
  })
  await page.evaluate(() => window.lecternPage.markDestinations())
  // Slidev draws diagrams in it; empty, it would still be a page.
  await page.addStyleTag({ content: '#mermaid-rendering-container { display: none }' })
  return deadLinks
}

/** Prints a page, with placeholders for large images where that makes no difference. */
async function printPage(page: Page, files: PngFiles): Promise<PDFDocument> {
  let placeholders = await showPlaceholders(page, files)
  for (;;) {
    const [printed, { PDFDocument: Pdf }, { placeImages }] = await Promise.all([
      page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true }),
      // Loaded while the browser prints.
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
