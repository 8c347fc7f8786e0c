import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'

import { PDFArray, PDFName, PDFRawStream, PDFStream, decodePDFRawStream } from 'pdf-lib'
import type { PDFContext, PDFPage } from 'pdf-lib'

/** Returns the unpacked bytes of a stream. */
export function readStream(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) {
    return stream.getContents()
  }
  const { dict, contents } = stream
  const isPlain = dict.get(PDFName.of('Filter')) === FLATE && !dict.has(PDFName.of('DecodeParms'))
  // Several times faster than pdf-lib.
  return isPlain ? inflateSync(contents) : decodePDFRawStream(stream).decode()
}

/** Returns a stream of bytes, which are packed while other work goes on. */
export async function packStream(context: PDFContext, bytes: Uint8Array): Promise<PDFRawStream> {
  return context.stream(await deflateAsync(bytes), { Filter: 'FlateDecode' })
}

const deflateAsync = promisify(deflate)

const FLATE = PDFName.of('FlateDecode')

/** Returns the content of a page; its streams are joined by a line break, because they may end within a word. */
export function pageContent({ node, doc }: PDFPage): Uint8Array {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : []
  const parts = streams.flatMap((entry) => {
    const stream = doc.context.lookup(entry)
    return stream instanceof PDFStream ? [readStream(stream), Buffer.from('\n')] : []
  })
  return Buffer.concat(parts)
}
