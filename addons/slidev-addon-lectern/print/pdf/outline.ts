import { PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDict, PDFDocument, PDFRef } from 'pdf-lib'

import { findSections } from '../../deck/sections.ts'
import type { SectionSlide } from '../../deck/sections.ts'
import { createDestination } from './links.ts'
import type { Destination } from './links.ts'

/** An entry of a PDF's outline. */
export interface OutlineItem {
  title: string
  destination: Destination
  children: OutlineItem[]
}

/** A slide as the outline names it. */
export interface OutlineSlide extends SectionSlide {
  number: number
  title: string
}

/**
 * Returns the outline of a deck: its sections, and in each the slides that follow the section's own. Slides before
 * the first section stand beside the sections.
 *
 * @param slides - All slides of the deck in order.
 * @param destinations - Of the printed slides; the others are left out.
 * @param layouts - Layouts that begin a section.
 */
export function buildOutline(
  slides: readonly OutlineSlide[],
  destinations: ReadonlyMap<number, Destination>,
  layouts: readonly string[],
): OutlineItem[] {
  const toItem = ({ number, title }: OutlineSlide): OutlineItem[] => {
    const destination = destinations.get(number)
    return destination ? [{ title: title || `Slide ${number}`, destination, children: [] }] : []
  }
  return findSections(slides, layouts).flatMap(({ title, first, count }) => {
    const own = slides.slice(first - 1, first - 1 + count)
    if (first === 1) {
      return own.flatMap(toItem)
    }
    // A section slide has the title of its section. A slide with another title is listed in it.
    const children = own.slice(own[0]?.title === title ? 1 : 0).flatMap(toItem)
    // A section whose own slide is not printed leads to the first one that is.
    const destination = destinations.get(first) ?? children[0]?.destination
    return destination ? [{ title: title || `Slide ${first}`, destination, children }] : []
  })
}

/** Gives a PDF an outline, in place of any it has. */
export function writeOutline(pdf: PDFDocument, items: readonly OutlineItem[]): void {
  const root = pdf.context.obj({ Type: 'Outlines' })
  const ref = pdf.context.register(root)
  addItems(pdf, root, ref, items)
  pdf.catalog.set(PDFName.of('Outlines'), ref)
}

/** Adds entries below a parent, and returns how many readers see when all are open. */
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
    dict.set(PDFName.of('Dest'), createDestination(pdf, item.destination))
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
