import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib'

import type { ContentStream } from './content-stream.ts'
import type { ReadFont } from './stream-fonts.ts'
import { StreamReader } from './stream-reader.ts'
import { pageContent, readStream } from './streams.ts'

/**
 * Reads what a PDF paints, with the marks of the browser.
 *
 * @returns Pages and forms in the order of painting, a form before what paints it.
 */
export function readContent(pdf: PDFDocument): ContentStream[] {
  const fonts = new Map<PDFObject, ReadFont>()
  const read = new Map<PDFRef, ContentStream>()
  const add = (ref: PDFRef, page: PDFRef, bytes: Uint8Array, resources?: PDFDict): void => {
    const reader = new StreamReader({ ref, bytes, resources, fonts })
    reader.readAll()
    for (const form of reader.forms) {
      const stream = pdf.context.lookup(form)
      if (!read.has(form) && stream instanceof PDFRawStream) {
        add(
          form,
          page,
          readStream(stream),
          stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict),
        )
      }
    }
    const { nodes, forms, pieces } = reader
    read.set(ref, { ref, page, isForm: ref !== page, bytes, nodes, forms, pieces })
  }
  for (const page of pdf.getPages()) {
    add(page.ref, page.ref, pageContent(page), page.node.Resources())
  }
  return [...read.values()]
}
