import { PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { listOf, listPairs, treeOf } from './tag-tree.ts'

/** Makes plain text of what is tagged as a link that is taken away. */
export function untagLink(pdf: PDFDocument, annotation: PDFDict): void {
  const number = annotation.get(PDFName.of('StructParent'))
  const [, found] =
    listPairs(treeOf(pdf, 'ParentTree'), 'Nums').find(
      ([key]) =>
        key instanceof PDFNumber &&
        number instanceof PDFNumber &&
        key.asNumber() === number.asNumber(),
    ) ?? []
  const element = pdf.context.lookup(found)
  if (element instanceof PDFDict) {
    const isReference = (child: PDFObject): boolean => {
      const dict = pdf.context.lookup(child)
      return dict instanceof PDFDict && dict.lookup(PDFName.of('Obj')) === annotation
    }
    const children = listOf(element.lookup(PDFName.of('K')))
    element.set(PDFName.of('S'), PDFName.of('NonStruct'))
    element.set(PDFName.of('K'), pdf.context.obj(children.filter((child) => !isReference(child))))
  }
}
