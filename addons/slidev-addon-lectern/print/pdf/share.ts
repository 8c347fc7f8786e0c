import { createHash } from 'node:crypto'

import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib'

import { redirect } from './replace-references.ts'

/** What is something of its own, however much it looks like another. */
const SINGULAR = new Set(
  ['Page', 'Pages', 'Catalog', 'StructElem', 'StructTreeRoot', 'Annot', 'OBJR'].map((name) =>
    PDFName.of(name),
  ),
)

/**
 * Keeps of equal fonts, glyphs, pictures and the like one each: parts of a deck that were printed one by
 * one have the most in common.
 */
export function shareObjects(pdf: PDFDocument): void {
  // What was different only by what it refers to is equal in the next round.
  for (let moved = findEqual(pdf); moved.size > 0; moved = findEqual(pdf)) {
    redirect(pdf, moved)
  }
}

function findEqual(pdf: PDFDocument): Map<PDFRef, PDFRef> {
  const known = new Map<string, PDFRef>()
  const moved = new Map<PDFRef, PDFRef>()
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (!isSingular(object)) {
      const key = keyOf(object)
      const other = known.get(key)
      if (other) {
        moved.set(ref, other)
      } else {
        known.set(key, ref)
      }
    }
  }
  return moved
}

function isSingular(object: PDFObject): boolean {
  const type = object instanceof PDFDict ? object.get(PDFName.of('Type')) : undefined
  return type instanceof PDFName && SINGULAR.has(type)
}

/** The same for objects that are written with the same bytes. */
function keyOf(object: PDFObject): string {
  if (object instanceof PDFRawStream) {
    const hash = createHash('sha256').update(object.contents).digest('base64')
    return `${object.dict.toString()}${hash}`
  }
  return object.toString()
}
