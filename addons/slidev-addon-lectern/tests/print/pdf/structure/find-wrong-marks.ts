import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFRef } from 'pdf-lib'

import { readContent } from '../../../../print/pdf/content/read-content.ts'
import { listMarked } from '../content/marked-operators.ts'

/**
 * Finds what a PDF paints without a mark, or with several. A form marks what it paints if it has a number for that;
 * then no mark is around the form. What is in other forms belongs to the mark around them.
 */
export function findWrongMarks(pdf: PDFDocument): string[] {
  return readContent(pdf).flatMap(({ ref, bytes, isForm }) => {
    const dict = dictOf(pdf, ref)
    const objects = dict
      ?.lookupMaybe(PDFName.of('Resources'), PDFDict)
      ?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const own = !isForm || hasMarks(dict) ? 1 : 0
    return listMarked(bytes).flatMap(({ operator, marks }) => {
      const [name = ''] = operator.startsWith('/') ? operator.slice(1).split(' ') : []
      const form = objects?.lookup(PDFName.of(name))
      const expected = form instanceof PDFRawStream && hasMarks(form.dict) ? 0 : own
      return marks.length === expected
        ? []
        : [`${operator} is in ${marks.join(' and ') || 'no mark'}.`]
    })
  })
}

function hasMarks(dict: PDFDict | undefined): boolean {
  return dict?.has(PDFName.of('StructParents')) === true
}

function dictOf({ context }: PDFDocument, ref: PDFRef): PDFDict | undefined {
  const object = context.lookup(ref)
  if (object instanceof PDFRawStream) {
    return object.dict
  }
  return object instanceof PDFDict ? object : undefined
}
