import { PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDict, PDFDocument, PDFRef } from 'pdf-lib'

import { findSections } from '../../deck/sections.ts'
import { destinationOf } from './links.ts'
import type { Place } from './links.ts'

/** An entry of a PDF's outline. */
export interface OutlineItem {
  title: string
  place: Place
  children: OutlineItem[]
}

/** What an outline is made of. */
export interface OutlineSlide {
  number: number
  title: string
  layout?: string
}

/**
 * The outline of a deck: its sections, and in each the slides that follow the section's own. Slides
 * before the first section stand beside them.
 *
 * @param slides - All slides of the deck in order.
 * @param places - Where the printed ones are; the others are left out.
 * @param layouts - Layouts that begin a section.
 */
export function buildOutline(
  slides: readonly OutlineSlide[],
  places: ReadonlyMap<number, Place>,
  layouts: readonly string[],
): OutlineItem[] {
  const toItem = ({ number, title }: OutlineSlide): OutlineItem[] => {
    const place = places.get(number)
    return place ? [{ title: title || `Slide ${number}`, place, children: [] }] : []
  }
  return findSections(slides, layouts).flatMap(({ first, count }) => {
    const own = slides.slice(first - 1, first - 1 + count)
    const [opening, ...rest] = own
    const children = rest.flatMap(toItem)
    if (!opening || first === 1) {
      return own.flatMap(toItem)
    }
    // A section whose own slide is not printed begins with the first one that is.
    const place = places.get(opening.number) ?? children[0]?.place
    return place ? [{ title: opening.title || `Slide ${first}`, place, children }] : []
  })
}

/** Gives a PDF an outline in place of the one it has. */
export function writeOutline(pdf: PDFDocument, items: readonly OutlineItem[]): void {
  const root = pdf.context.obj({ Type: 'Outlines' })
  const ref = pdf.context.register(root)
  addItems(pdf, root, ref, items)
  pdf.catalog.set(PDFName.of('Outlines'), ref)
}

/** Adds entries below a parent. Returns how many are in sight when all are open. */
function addItems(
  pdf: PDFDocument,
  parent: PDFDict,
  parentRef: PDFRef,
  items: readonly OutlineItem[],
): number {
  const entries = items.map((item) => {
    const dict = pdf.context.obj({})
    dict.set(PDFName.of('Title'), PDFHexString.fromText(item.title))
    dict.set(PDFName.of('Parent'), parentRef)
    dict.set(PDFName.of('Dest'), destinationOf(pdf, item.place))
    return { item, dict, ref: pdf.context.register(dict) }
  })
  let count = entries.length
  for (const [index, { item, dict, ref }] of entries.entries()) {
    const previous = entries[index - 1]
    const next = entries[index + 1]
    if (previous) {
      dict.set(PDFName.of('Prev'), previous.ref)
    }
    if (next) {
      dict.set(PDFName.of('Next'), next.ref)
    }
    count += addItems(pdf, dict, ref, item.children)
  }
  const first = entries[0]
  const last = entries.at(-1)
  if (first && last) {
    parent.set(PDFName.of('First'), first.ref)
    parent.set(PDFName.of('Last'), last.ref)
    parent.set(PDFName.of('Count'), pdf.context.obj(count))
  }
  return count
}
