import { PDFArray, PDFDict, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

/**
 * Replaces references to some objects of a PDF by references to others, and removes the objects that nothing
 * refers to any more.
 *
 * @param replacements - For each object the one that takes its place, which is not replaced itself.
 */
export function replaceReferences(
  pdf: PDFDocument,
  replacements: ReadonlyMap<PDFRef, PDFRef>,
): void {
  if (replacements.size === 0) {
    return
  }
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (replacements.has(ref)) {
      pdf.context.delete(ref)
    } else {
      replaceIn(object, replacements)
    }
  }
}

function replaceIn(object: PDFObject, replacements: ReadonlyMap<PDFRef, PDFRef>): void {
  const replace = (value: PDFObject, set: (other: PDFRef) => void): void => {
    const other = value instanceof PDFRef ? replacements.get(value) : undefined
    if (other) {
      set(other)
    } else {
      replaceIn(value, replacements)
    }
  }
  if (object instanceof PDFStream) {
    replaceIn(object.dict, replacements)
  } else if (object instanceof PDFDict) {
    object.entries().forEach(([key, value]) => replace(value, (other) => object.set(key, other)))
  } else if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => replace(value, (other) => object.set(index, other)))
  }
}
