import type { PDFDocument } from 'pdf-lib'

import type { DeckModel } from '../../deck/read-deck.ts'
import type { SlidePages } from '../../page/print/slides.ts'
import { compressImages } from './compress-images.ts'
import { readDocumentFacts, writeDocumentFacts } from './document-facts.ts'
import { resolveSlideLinks, takeDestinations } from './links.ts'
import type { Destination } from './links.ts'
import { buildOutline, writeOutline } from './outline.ts'
import { nameRoles } from './tags.ts'

/** A PDF that is ready to be written. */
export interface FinishedPdf {
  bytes: Uint8Array
  pages: number
  /** Numbers of the slides that links lead to and that were not printed. */
  missing: ReadonlySet<number>
}

/** Facts of a PDF that the deck does not tell. */
export interface FinishOptions {
  /** Title of the document where it is not the deck's. */
  title?: string
  /** Number and size of the pages, where each is a slide. */
  slidePages?: SlidePages
}

/**
 * Completes a PDF that the browser printed: adds an outline by section, links within the document, language, title
 * and the other facts of the deck.
 *
 * @param pdf - A PDF with its links addressed and its slides marked.
 * @throws {Error} when a slide takes more than its page.
 */
export async function finishPdf(
  pdf: PDFDocument,
  deck: DeckModel,
  { title, slidePages }: FinishOptions,
): Promise<FinishedPdf> {
  const destinations = takeDestinations(pdf)
  if (slidePages) {
    fitPages(pdf, slidePages, destinations)
  }
  const missing = resolveSlideLinks(pdf, destinations)
  const facts = readDocumentFacts(deck)
  const slides = deck.slides.map(({ number, title: slideTitle, frontmatter }) => ({
    number,
    title: slideTitle,
    layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : undefined,
  }))
  writeOutline(pdf, buildOutline(slides, destinations, deck.settings.sections))
  writeDocumentFacts(pdf, title ? { ...facts, title } : facts)
  nameRoles(pdf)
  await compressImages(pdf)
  return {
    bytes: await pdf.save({ updateFieldAppearances: false }),
    pages: pdf.getPageCount(),
    missing,
  }
}

/** A CSS px is three quarters of a point. */
const POINTS_PER_PX = 0.75

/** Gives each page the size of its slide, because the browser rounds it up, which leaves a line of paper at the edge. */
function fitPages(
  pdf: PDFDocument,
  { count, width, height }: SlidePages,
  destinations: ReadonlyMap<number, Destination>,
): void {
  if (pdf.getPageCount() !== count) {
    const [slide] = [...destinations].findLast(([, { page }], index) => page === index) ?? [0]
    throw new Error(
      `Slide ${slide} takes more than one page of the PDF. Shorten it, or make its image smaller.`,
    )
  }
  const [pageWidth, pageHeight] = [width * POINTS_PER_PX, height * POINTS_PER_PX]
  for (const page of pdf.getPages()) {
    page.setMediaBox(0, page.getHeight() - pageHeight, pageWidth, pageHeight)
  }
}
