import type { PDFDocument } from 'pdf-lib'

import type { DeckModel } from '../../deck/read-deck.ts'
import type { ReaderHints } from '../../page/print/reader-hints.ts'
import type { SlidePages } from '../../page/print/slides.ts'
import { makeArchivable } from './archive.ts'
import { claimStandards } from './claims.ts'
import { compressImages } from './compress-images.ts'
import { readDocumentFacts, writeDocumentFacts } from './document-facts.ts'
import { replaceType3Fonts } from './fonts/replace-type3.ts'
import { resolveSlideLinks, takeDestinations } from './links.ts'
import type { Destination } from './links.ts'
import { buildOutline, writeOutline } from './outline.ts'
import { placeOf, POINTS_PER_PX } from './place-of.ts'
import { MISSING_GLYPH } from './rules/font-rules.ts'
import type { PdfUaFault } from './rules/pdf-ua-fault.ts'
import type { SlideFault } from './slide-fault.ts'
import { findSlideOfPlace } from './slide-of-page.ts'
import { retagPdf } from './structure/retag.ts'

/** A PDF that is ready to be written. */
export interface FinishedPdf {
  bytes: Uint8Array
  pages: number
  /** Numbers of the slides that links lead to and that were not printed. */
  missing: ReadonlySet<number>
  /** Numbers of the slides that take more pages than they should. */
  broken: readonly number[]
  /** Whether the browser tagged the text, for screen readers. */
  isTagged: boolean
  /** Standards that it claims to conform to. */
  standards: readonly string[]
  /** Reasons why it does not claim to conform to PDF/UA-1; none where it does. */
  faults: readonly SlideFault[]
}

/** Facts of a PDF that the deck does not tell. */
export interface FinishOptions {
  /** Title of the document where it is not the deck's. */
  title?: string
  /** Whether it also conforms to PDF/A-2a, for archives. @default false */
  isArchive?: boolean
  /** Number and size of the pages, where each is a slide. */
  slidePages?: SlidePages
  /** Hints to what the browser does not write into the PDF. @default none */
  hints?: ReaderHints
}

const NO_HINTS: ReaderHints = { elements: [], links: [] }

/**
 * Completes a PDF that the browser printed: adds an outline by section, links within the document, language, title
 * and the other facts of the deck.
 *
 * @param pdf - A PDF with its links addressed and its slides marked.
 */
export async function finishPdf(
  pdf: PDFDocument,
  deck: DeckModel,
  { title, slidePages, hints = NO_HINTS, isArchive = false }: FinishOptions,
): Promise<FinishedPdf> {
  const destinations = takeDestinations(pdf)
  const broken = slidePages ? findBroken(pdf.getPageCount(), slidePages.slides, destinations) : []
  if (slidePages) {
    fitPages(pdf, slidePages)
  }
  const missing = resolveSlideLinks(pdf, destinations)
  const facts = readDocumentFacts(deck)
  const slides = deck.slides.map(({ number, title: slideTitle, frontmatter }) => ({
    number,
    title: slideTitle,
    layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : undefined,
    section: frontmatter['section'],
  }))
  writeOutline(pdf, buildOutline(slides, destinations, deck.settings.sections))
  const documentFacts = title ? { ...facts, title } : facts
  writeDocumentFacts(pdf, documentFacts)
  const { isTagged, untagged } = await retagPdf(pdf, {
    language: facts.language,
    hints: hints.elements,
    links: hints.links,
    titles: deck.slides.map(({ title: slideTitle }) => slideTitle),
    placeOf: (box) => placeOf(pdf, box, slidePages ? undefined : destinations),
  })
  await replaceType3Fonts(pdf)
  await compressImages(pdf)
  const faults = claimStandards(pdf, documentFacts, {
    isArchive,
    isComplete: untagged.length === 0,
  })
  if (isArchive) {
    makeArchivable(pdf)
  }
  const slideOf = (fault: PdfUaFault): number | undefined =>
    slidePages
      ? slidePages.slides[(fault.page ?? 0) - 1]
      : findSlideOfPlace(fault, destinations, deck.slides)
  const placed = faults.map((fault): SlideFault => ({ ...fault, slide: slideOf(fault) }))
  return {
    bytes: await pdf.save({ updateFieldAppearances: false }),
    pages: pdf.getPageCount(),
    missing,
    broken,
    isTagged,
    standards:
      faults.length + untagged.length > 0 ? [] : ['PDF/UA-1', ...(isArchive ? ['PDF/A-2a'] : [])],
    faults: [...untagged.filter((fault) => !isExplained(fault, placed)), ...placed],
  }
}

/** Tells whether text seems to have no tag because no font has its characters. */
function isExplained({ slide }: SlideFault, faults: readonly SlideFault[]): boolean {
  return faults.some((fault) => fault.clause === MISSING_GLYPH && fault.slide === slide)
}

/** Gives each page the size of its slide, because the browser rounds it up, which leaves a line of paper at the edge. */
function fitPages(pdf: PDFDocument, { width, height }: SlidePages): void {
  const [pageWidth, pageHeight] = [width * POINTS_PER_PX, height * POINTS_PER_PX]
  for (const page of pdf.getPages()) {
    page.setMediaBox(0, page.getHeight() - pageHeight, pageWidth, pageHeight)
  }
}

/**
 * Finds the slides with more pages than click steps.
 *
 * @param pages - Number of pages of the PDF.
 * @param slides - Number of the slide of each page that there should be.
 */
export function findBroken(
  pages: number,
  slides: readonly number[],
  destinations: ReadonlyMap<number, Pick<Destination, 'page'>>,
): number[] {
  const starts = [...destinations].toSorted(([, a], [, b]) => a.page - b.page)
  return starts
    .filter(([slide, { page }], index) => {
      const end = starts[index + 1]?.[1].page ?? pages
      return end - page > slides.filter((each) => each === slide).length
    })
    .map(([slide]) => slide)
}
