import type { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-chromium'

import type { Session } from '../browser/session.ts'
import type { PrintedCause } from '../page/checks/fonts.ts'
import { addressLinks, markPlaces, PLACE_MARK, SLIDE_ADDRESS } from '../page/print/links.ts'
import type { AddressedLinks } from '../page/print/links.ts'
import { inLanes } from './in-lanes.ts'
import type { FinishedPdf, Sheets } from './pdf/finish.ts'
import { readPictures, showPictures, showPlaceholders } from './placeholders.ts'
import type { PngFiles } from './placeholders.ts'
import { openPrintView } from './print-view.ts'
import type { PrintJob } from './print-view.ts'

/**
 * The most slides that are printed in one piece. For each page of a PDF the browser goes through all that
 * is in the document, so that its time grows with the square of it; but each piece takes a second to open.
 * Measured with 460 and 920 slides: pieces of 115 and less, and one of all, take half as long again.
 */
const MOST_SLIDES = 240

/** Pieces that are printed at the same time, each by a process of the browser's. */
const LANES = 2

/** How a PDF is printed, beside what is in it. */
export interface PrintOptions {
  /** Title of the document where it is not the deck's. */
  title?: string
  /** @default {@link MOST_SLIDES} */
  mostSlides?: number
}

/** A PDF that is ready to be written, and what was seen while it was printed. */
export interface PrintedPdf extends FinishedPdf {
  /** Fonts that lack characters: the PDF shows what this machine has for them. */
  fontCauses: readonly PrintedCause[]
}

/**
 * Prints slides of a deck to a tagged PDF with outline, links and the deck's facts. Many slides are printed
 * in several pieces, which are joined.
 *
 * @throws {Error} naming each slide that cannot be printed as it is.
 */
export async function printPdf(
  session: Session,
  job: PrintJob,
  { title, mostSlides = MOST_SLIDES }: PrintOptions = {},
): Promise<PrintedPdf> {
  // The sheets of a handout hold several slides.
  const pieces = job.view === 'print' ? divide(job.slides, mostSlides) : [job.slides]
  const files: PngFiles = new Map()
  const parts = await inLanes(pieces, LANES, async (slides) =>
    printPart(session, { ...job, slides }, pieces.length > 1, files),
  )
  const { finishPdf } = await import('./pdf/finish.ts')
  const { joinPdfs } = await import('./pdf/join.ts')
  const finished = await finishPdf(joinPdfs(parts.map(({ pdf }) => pdf)), session.deck, {
    title,
    sheets: addSheets(parts.flatMap(({ sheets }) => sheets ?? [])),
    // An id that several slides have is the first one's.
    ids: new Map(parts.toReversed().flatMap(({ links }) => Object.entries(links.ids))),
  })
  return {
    ...finished,
    deadLinks: [...parts.flatMap(({ links }) => links.dead), ...finished.deadLinks],
    fontCauses: parts.flatMap(({ fontCauses }) => fontCauses),
  }
}

/** As few pieces as possible, all of about the same length. */
function divide(slides: readonly number[], most: number): (readonly number[])[] {
  const count = Math.ceil(slides.length / most)
  const length = Math.ceil(slides.length / count)
  return Array.from({ length: count }, (_, at) => slides.slice(at * length, (at + 1) * length))
}

function addSheets(sheets: readonly Sheets[]): Sheets | undefined {
  const [first] = sheets
  return first && { ...first, count: sheets.reduce((sum, { count }) => sum + count, 0) }
}

/** A piece of the deck as the browser printed it. */
interface PrintedPart {
  pdf: PDFDocument
  links: AddressedLinks
  fontCauses: readonly PrintedCause[]
  /** Where each page is a slide. */
  sheets?: Sheets
}

async function printPart(
  session: Session,
  job: PrintJob,
  isPart: boolean,
  files: PngFiles,
): Promise<PrintedPart> {
  const page = await openPrintView(session, job, (opened) =>
    readPictures(opened, session.server.url, files),
  )
  try {
    const fontCauses = await page.evaluate(async () => window.deckChecks.inspectPrintedFonts())
    const links = await preparePage(page, session, isPart)
    const sheets = job.view === 'print' ? await page.evaluate(measureSlides) : undefined
    return { pdf: await printPage(page, files), links, fontCauses, sheets }
  } finally {
    await page.context().close()
  }
}

/** Prints a page, with small pictures in place of large ones where that makes no difference. */
async function printPage(page: Page, files: PngFiles): Promise<PDFDocument> {
  let placeholders = await showPlaceholders(page, files)
  for (;;) {
    const [printed, { PDFDocument: Pdf }, { placePictures }] = await Promise.all([
      page.pdf({ tagged: true, preferCSSPageSize: true, printBackground: true }),
      // Loaded while the browser prints.
      import('pdf-lib'),
      import('./pdf/placeholders.ts'),
    ])
    const pdf = await Pdf.load(printed, { updateMetadata: false })
    const lost = await placePictures(pdf, placeholders)
    if (lost.length === 0) {
      return pdf
    }
    await showPictures(page, lost)
    placeholders = placeholders.filter((placeholder) => !lost.includes(placeholder))
  }
}

/** How many pages the slides are to be, and how large in CSS px. Runs in the page. */
function measureSlides(): Sheets {
  const containers = document.querySelectorAll<HTMLElement>('.print-slide-container')
  const { offsetWidth = 0, offsetHeight = 0 } = containers[0] ?? {}
  return { count: containers.length, width: offsetWidth, height: offsetHeight }
}

async function preparePage(
  page: Page,
  { server, deck }: Session,
  isPart: boolean,
): Promise<AddressedLinks> {
  const aliases = deck.slides.flatMap(({ number, alias }) =>
    alias === undefined ? [] : [[alias, number] as const],
  )
  const links = await page.evaluate(addressLinks, {
    address: SLIDE_ADDRESS,
    base: new URL(server.url).pathname,
    total: deck.slides.length,
    aliases: Object.fromEntries(aliases),
    isPart,
  })
  await page.evaluate(markPlaces, { address: SLIDE_ADDRESS, mark: PLACE_MARK })
  // Slidev draws diagrams in it; empty, it would still be a page.
  await page.addStyleTag({ content: '#mermaid-rendering-container { display: none }' })
  return links
}
