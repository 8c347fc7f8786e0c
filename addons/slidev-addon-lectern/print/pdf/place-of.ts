import type { PDFDocument, PDFObject } from 'pdf-lib'

import type { HintBox } from '../../page/print/reader-hints.ts'
import type { Destination } from './links.ts'

/** A CSS px is three quarters of a point. */
export const POINTS_PER_PX = 0.75

/**
 * Returns the attributes of a tag that tell where its element is on the page.
 *
 * @param destinations - Of the slides, where pages hold several; without it, each page is a slide or click step.
 */
export function placeOf(
  pdf: PDFDocument,
  box: HintBox | undefined,
  destinations: ReadonlyMap<number, Destination> | undefined,
): PDFObject[] {
  const origin = box && findOrigin(pdf, box, destinations)
  if (!origin) {
    return []
  }
  const left = origin.left + box.left * POINTS_PER_PX
  const top = origin.top - box.top * POINTS_PER_PX
  const bounds = [left, top - box.height * POINTS_PER_PX, left + box.width * POINTS_PER_PX, top]
  return [pdf.context.obj({ O: 'Layout', BBox: bounds.map(round) })]
}

/** Returns the upper left corner of a slide on its page, in points. */
function findOrigin(
  pdf: PDFDocument,
  { root, slide }: HintBox,
  destinations: ReadonlyMap<number, Destination> | undefined,
): { left: number; top: number } | undefined {
  if (destinations) {
    return destinations.get(slide)
  }
  const page = root < pdf.getPageCount() ? pdf.getPage(root) : undefined
  const media = page?.getMediaBox()
  return media && { left: media.x, top: media.y + media.height }
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
