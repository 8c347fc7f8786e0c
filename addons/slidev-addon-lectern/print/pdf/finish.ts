import type { PDFDocument } from 'pdf-lib'

import type { DeckModel } from '../../deck/read-deck.ts'
import type { DeadLink } from '../../page/print/links.ts'
import { compressImages } from './compress-images.ts'
import { readDocumentFacts, writeDocumentFacts } from './document-facts.ts'
import { resolveSlideLinks, takePlaces } from './links.ts'
import type { Place } from './links.ts'
import { buildOutline, writeOutline } from './outline.ts'
import { nameRoles } from './structure.ts'

/** A PDF that is ready to be written. */
export interface FinishedPdf {
  bytes: Uint8Array
  pages: number
  /** Where each slide is, by its number. */
  places: ReadonlyMap<number, Place>
  /** Slides that links lead to and that were not printed. */
  missing: ReadonlySet<number>
  /** Links that lead to nothing a PDF has; they are plain text in it. */
  deadLinks: readonly DeadLink[]
}

/** What a PDF is to be beside what the deck says. */
export interface FinishOptions {
  /** Title of the document where it is not the deck's. */
  title?: string
  /** How many pages there are to be, and how large in CSS px, where each is a slide. */
  sheets?: Sheets
  /** Slides by the ids of elements on them, where links of one part may lead to another. */
  ids?: ReadonlyMap<string, number>
}

/** Pages that are one slide each. */
export interface Sheets {
  count: number
  /** In CSS px. */
  width: number
  /** In CSS px. */
  height: number
}

/**
 * Completes what the browser printed: outline by section, links within the document, language, title and
 * the other facts of the deck. Tags stay as they are.
 *
 * @param pdf - As it came from the browser, with its places marked and its links addressed.
 * @throws {Error} when a slide takes more than its page.
 */
export async function finishPdf(
  pdf: PDFDocument,
  deck: DeckModel,
  { title, sheets, ids }: FinishOptions = {},
): Promise<FinishedPdf> {
  const places = takePlaces(pdf)
  if (sheets) {
    fitPages(pdf, sheets, places)
  }
  const { missing, dead: deadLinks } = resolveSlideLinks(pdf, places, ids)
  const facts = readDocumentFacts(deck)
  const slides = deck.slides.map(({ number, title: slideTitle, frontmatter }) => ({
    number,
    title: slideTitle,
    layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : undefined,
  }))
  writeOutline(pdf, buildOutline(slides, places, deck.settings.sections))
  writeDocumentFacts(pdf, title ? { ...facts, title } : facts)
  nameRoles(pdf)
  await compressImages(pdf)
  return {
    bytes: await pdf.save({ updateFieldAppearances: false }),
    pages: pdf.getPageCount(),
    places,
    missing,
    deadLinks,
  }
}

/** A CSS px is three quarters of a point. */
const POINTS_PER_PX = 0.75

/** Gives each page the size of its slide: the browser rounds up, and leaves a line of paper at the edge. */
function fitPages(
  pdf: PDFDocument,
  { count, width, height }: Sheets,
  places: ReadonlyMap<number, Place>,
): void {
  if (pdf.getPageCount() !== count) {
    const [slide] = [...places].findLast(([, { page }], index) => page === index) ?? [0]
    throw new Error(
      `Slide ${slide} takes more than one page of the PDF. Shorten it, or make its picture smaller.`,
    )
  }
  const [pageWidth, pageHeight] = [width * POINTS_PER_PX, height * POINTS_PER_PX]
  for (const page of pdf.getPages()) {
    page.setMediaBox(0, page.getHeight() - pageHeight, pageWidth, pageHeight)
  }
}
