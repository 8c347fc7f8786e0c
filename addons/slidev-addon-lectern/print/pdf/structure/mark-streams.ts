import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import type { ContentStream } from '../content/content-stream.ts'
import { markContent, unmarkContent } from '../content/mark-content.ts'
import type { Slot } from '../content/mark-writer.ts'
import type { Piece } from '../content/piece.ts'
import { packStream } from '../content/streams.ts'

/** Slots of a stream's marks, in their order. */
export interface MarkedStream {
  ref: PDFRef
  slots: readonly Slot[]
}

/** Marks the content of streams, and returns those with content of elements. */
export async function markStreams(
  pdf: PDFDocument,
  streams: readonly ContentStream[],
  slotOfPiece: ReadonlyMap<Piece, Slot>,
): Promise<MarkedStream[]> {
  const marked = new Map<PDFRef, MarkedStream>()
  const writing: Promise<void>[] = []
  for (const stream of streams) {
    const pieces = [...stream.pieces.values()].flat()
    const hasOwn =
      pieces.some((piece) => slotOfPiece.has(piece)) ||
      stream.forms.some((form) => marked.has(form))
    const { bytes, slots } =
      stream.isForm && !hasOwn
        ? { bytes: unmarkContent(stream), slots: [] }
        : markContent(stream, slotOfPiece, (form) => marked.has(form))
    if (hasOwn || !stream.isForm || pieces.length > 0) {
      writing.push(replaceStream(pdf, stream, bytes))
    }
    if (slots.length > 0 || hasOwn) {
      marked.set(stream.ref, { ref: stream.ref, slots })
    }
  }
  await Promise.all(writing)
  return [...marked.values()]
}

async function replaceStream(
  { context }: PDFDocument,
  { ref, isForm }: ContentStream,
  bytes: Uint8Array,
): Promise<void> {
  const packed = await packStream(context, bytes)
  const owner = context.lookup(ref)
  if (isForm && owner instanceof PDFRawStream) {
    const dict = owner.dict.clone(context)
    dict.delete(PDFName.of('Filter'))
    dict.delete(PDFName.of('DecodeParms'))
    packed.dict.entries().forEach(([key, value]) => dict.set(key, value))
    context.assign(ref, PDFRawStream.of(dict, packed.contents))
  } else if (owner instanceof PDFDict) {
    const old = owner.get(PDFName.of('Contents'))
    const list = old instanceof PDFArray ? old.asArray() : [old]
    list.filter((each) => each instanceof PDFRef).forEach((each) => context.delete(each))
    owner.set(PDFName.of('Contents'), context.register(packed))
  }
}
