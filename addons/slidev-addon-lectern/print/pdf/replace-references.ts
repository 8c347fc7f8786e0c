import { PDFArray, PDFDict, PDFRef, PDFStream } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

/**
 * Makes everything in a PDF that refers to some objects refer to others instead, and removes the objects
 * that nothing refers to any more.
 *
 * @param moved - For each object the one that takes its place, which is not itself replaced.
 */
export function redirect(pdf: PDFDocument, moved: ReadonlyMap<PDFRef, PDFRef>): void {
  if (moved.size === 0) {
    return
  }
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (moved.has(ref)) {
      pdf.context.delete(ref)
    } else {
      redirectIn(object, moved)
    }
  }
}

/** Changes the references in an object and in what stands within it. */
function redirectIn(object: PDFObject, moved: ReadonlyMap<PDFRef, PDFRef>): void {
  if (object instanceof PDFStream) {
    redirectIn(object.dict, moved)
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const other = replacementOf(value, moved)
      if (other) {
        object.set(key, other)
      }
    }
  } else if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      const other = replacementOf(value, moved)
      if (other) {
        object.set(index, other)
      }
    }
  }
}

/** What takes the place of a reference; anything else is changed as it stands. */
function replacementOf(value: PDFObject, moved: ReadonlyMap<PDFRef, PDFRef>): PDFRef | undefined {
  if (value instanceof PDFRef) {
    return moved.get(value)
  }
  redirectIn(value, moved)
  return undefined
}
