import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFDocument, PDFPage } from 'pdf-lib'

import { DESTINATION_MARK, SLIDE_ADDRESS } from '../../page/print/links.ts'
import { EMPTY_CELL } from '../../page/print/reader-hints.ts'
import { readString } from './entries.ts'

/** Where a slide is in a PDF. */
export interface Destination {
  /** 0-based. */
  page: number
  /** Distance of its upper edge from the page's lower edge, in points. */
  top: number
  /** Distance of its left edge from the page's, in points. */
  left: number
}

/** A link on a page. */
interface PageLink {
  page: number
  annotation: PDFDict
  /** Empty for a link that leads to no address. */
  address: string
}

/** Distance of a mark from the edges of its slide, in points, with the browser's rounding. */
const MARK_INSET = 2

/**
 * Finds where each slide is by the marks that `markDestinations` left, and removes them, as well as the links that
 * kept empty cells.
 *
 * @returns Destinations by slide number.
 */
export function takeDestinations(pdf: PDFDocument): Map<number, Destination> {
  const destinations = new Map<number, Destination>()
  const pages = pdf.getPages()
  for (const { page, annotation, address } of listLinks(pages)) {
    if (address.startsWith(SLIDE_ADDRESS) && address.endsWith(DESTINATION_MARK)) {
      const slide = Number.parseInt(address.slice(SLIDE_ADDRESS.length), 10)
      const owner = pages[page]
      if (owner) {
        const top = Math.min(owner.getHeight(), readEdge(annotation, 3) + MARK_INSET)
        const left = Math.max(0, readEdge(annotation, 0) - MARK_INSET)
        destinations.set(slide, { page, top, left })
        removeAnnotation(owner, annotation)
      }
    } else if (address === EMPTY_CELL) {
      removeAnnotation(pages[page], annotation)
    }
  }
  return destinations
}

/**
 * Makes the links to slides jump within the PDF, and turns those to slides that are not in it into plain text.
 *
 * @returns Numbers of the slides that are linked and not in the PDF.
 */
export function resolveSlideLinks(
  pdf: PDFDocument,
  destinations: ReadonlyMap<number, Destination>,
): Set<number> {
  const missing = new Set<number>()
  const pages = pdf.getPages()
  for (const { page, annotation, address } of listLinks(pages)) {
    if (address.startsWith(SLIDE_ADDRESS)) {
      const slide = Number.parseInt(address.slice(SLIDE_ADDRESS.length), 10)
      const destination = destinations.get(slide)
      annotation.delete(PDFName.of('A'))
      if (destination) {
        annotation.set(PDFName.of('Dest'), createDestination(pdf, destination))
      } else {
        missing.add(slide)
      }
      const owner = destination ? undefined : pages[page]
      if (owner) {
        removeAnnotation(owner, annotation)
      }
    }
  }
  return missing
}

/** Returns a destination as a PDF writes it, which leaves the reader's zoom alone. */
export function createDestination(pdf: PDFDocument, { page, top }: Destination): PDFArray {
  return pdf.context.obj([pdf.getPage(page).ref, PDFName.of('XYZ'), null, top, null])
}

function listLinks(pages: readonly PDFPage[]): PageLink[] {
  return pages.flatMap(({ node }, page) => {
    const annotations = node.Annots()
    const count = annotations?.size() ?? 0
    return Array.from({ length: count }, (_, index) => annotations?.lookup(index, PDFDict))
      .filter((annotation) => annotation !== undefined)
      .map((annotation) => ({ page, annotation, address: readAddress(annotation) }))
  })
}

/** Returns the address that a link leads to; empty for one within the document. */
export function readAddress(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  return (action && readString(action, 'URI')) ?? ''
}

/** Returns the left (0), lower (1), right (2) or upper (3) edge of an annotation, in points. */
function readEdge(annotation: PDFDict, edge: number): number {
  return annotation.lookup(PDFName.of('Rect'), PDFArray).lookup(edge, PDFNumber).asNumber()
}

/** Removes an annotation, to which nothing else refers, from its page and from the file. */
function removeAnnotation(page: PDFPage | undefined, annotation: PDFDict): void {
  if (!page) {
    return
  }
  const { node, doc } = page
  const annotations = node.Annots()
  const index = annotations
    ?.asArray()
    .findIndex((entry) => doc.context.lookup(entry) === annotation)
  if (annotations && index !== undefined && index >= 0) {
    const entry = annotations.get(index)
    annotations.remove(index)
    if (entry instanceof PDFRef) {
      doc.context.delete(entry)
    }
  }
}
