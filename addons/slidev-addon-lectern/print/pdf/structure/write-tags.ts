import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import type { ContentStream } from '../content/content-stream.ts'
import type { MarkedRun, Slot } from '../content/mark-writer.ts'
import type { Piece } from '../content/piece.ts'
import { markStreams } from './mark-streams.ts'
import type { MarkedStream } from './mark-streams.ts'
import { isElement } from './tag-tree.ts'
import type { TagContent, TagElement } from './tag-tree.ts'

/** Structure types whose content is one picture. */
const PICTURES: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Form'])

/**
 * Writes a tag tree into a PDF, and marks the content of its pages: what belongs to an element of the tree, and the
 * rest as artifacts.
 *
 * @param streams - What the pages and their forms paint, forms before what paints them.
 */
export async function writeTags(
  pdf: PDFDocument,
  document: TagElement,
  streams: readonly ContentStream[],
): Promise<void> {
  const slots = new Map<TagContent, Slot>()
  const slotOfPiece = new Map<Piece, Slot>()
  assignSlots(document, slots, slotOfPiece)
  const marked = await markStreams(pdf, streams, slotOfPiece)
  const writer = new TagWriter(pdf, streams, slots)
  const rootRef = pdf.context.nextRef()
  const root = pdf.context.obj({ Type: 'StructTreeRoot' })
  pdf.context.assign(rootRef, root)
  root.set(PDFName.of('K'), writer.write(document, rootRef))
  writer.writeParents(root, marked)
  writer.writeIds(root)
  pdf.catalog.set(PDFName.of('StructTreeRoot'), rootRef)
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }))
}

function assignSlots(
  element: TagElement,
  slots: Map<TagContent, Slot>,
  slotOfPiece: Map<Piece, Slot>,
): void {
  for (const child of element.children) {
    if (isElement(child)) {
      assignSlots(child, slots, slotOfPiece)
    } else if (child.kind === 'content') {
      const slot = { role: element.role, isPicture: PICTURES.has(element.role), runs: [] }
      slots.set(child, slot)
      child.pieces.forEach((piece) => slotOfPiece.set(piece, slot))
    }
  }
}

class TagWriter {
  readonly #pdf: PDFDocument
  readonly #slots: ReadonlyMap<TagContent, Slot>
  /** Page of each stream. */
  readonly #pages: ReadonlyMap<PDFRef, PDFRef>
  /** Element of each slot. */
  readonly #owners = new Map<Slot, PDFRef>()
  /** Element of each annotation. */
  readonly #annotations = new Map<PDFRef, PDFRef>()
  readonly #ids = new Map<string, PDFRef>()

  constructor(
    pdf: PDFDocument,
    streams: readonly ContentStream[],
    slots: ReadonlyMap<TagContent, Slot>,
  ) {
    this.#pdf = pdf
    this.#slots = slots
    this.#pages = new Map(streams.map(({ ref, page }) => [ref, page]))
  }

  /** Writes an element and all below it. */
  write(element: TagElement, parent: PDFRef): PDFRef {
    const { context } = this.#pdf
    const ref = context.nextRef()
    const dict = context.obj({ Type: 'StructElem', S: element.role, P: parent })
    context.assign(ref, dict)
    const texts = { Alt: element.alt, ActualText: element.actualText, T: element.title }
    for (const [key, text] of Object.entries(texts)) {
      if (text !== undefined) {
        dict.set(PDFName.of(key), PDFHexString.fromText(text))
      }
    }
    if (element.language !== undefined) {
      dict.set(PDFName.of('Lang'), PDFString.of(element.language))
    }
    if (element.id !== undefined) {
      dict.set(PDFName.of('ID'), PDFString.of(element.id))
      this.#ids.set(element.id, ref)
    }
    if (element.attributes.length > 0) {
      dict.set(PDFName.of('A'), context.obj([...element.attributes]))
    }
    const kids = element.children.flatMap((child) => {
      if (isElement(child)) {
        return [this.write(child, ref)]
      }
      return child.kind === 'content'
        ? this.#writeContent(child, ref)
        : [this.#writeReference(child.annotation, ref)]
    })
    if (kids.length > 0) {
      dict.set(PDFName.of('K'), kids.length === 1 && kids[0] ? kids[0] : context.obj(kids))
    }
    return ref
  }

  #writeContent(content: TagContent, owner: PDFRef): PDFObject[] {
    const slot = this.#slots.get(content)
    if (!slot) {
      return []
    }
    this.#owners.set(slot, owner)
    return slot.runs.map((run) => this.#writeRun(run))
  }

  #writeRun({ stream, mark }: MarkedRun): PDFObject {
    const page = this.#pages.get(stream) ?? stream
    const form = page === stream ? {} : { Stm: stream }
    return this.#pdf.context.obj({ Type: 'MCR', Pg: page, ...form, MCID: mark })
  }

  #writeReference(annotation: PDFRef, owner: PDFRef): PDFObject {
    this.#annotations.set(annotation, owner)
    const page = this.#pdf
      .getPages()
      .find(({ node }) => node.Annots()?.asArray().includes(annotation))
    return this.#pdf.context.obj({
      Type: 'OBJR',
      ...(page ? { Pg: page.ref } : {}),
      Obj: annotation,
    })
  }

  /** Writes for each mark and annotation the element that it belongs to. */
  writeParents(root: PDFDict, streams: readonly MarkedStream[]): void {
    const { context } = this.#pdf
    const entries: PDFObject[] = []
    let key = 0
    const add = (owner: PDFObject | undefined, entry: PDFObject, name: string): void => {
      const dict = owner instanceof PDFRawStream ? owner.dict : owner
      if (dict instanceof PDFDict) {
        dict.set(PDFName.of(name), PDFNumber.of(key))
        entries.push(PDFNumber.of(key), entry)
        key += 1
      }
    }
    for (const { ref, slots } of streams) {
      const owners = slots.map((slot) => this.#owners.get(slot) ?? null)
      add(context.lookup(ref), context.register(context.obj(owners)), 'StructParents')
    }
    for (const [annotation, owner] of this.#annotations) {
      add(context.lookup(annotation), owner, 'StructParent')
    }
    root.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: entries })))
    root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(key))
  }

  writeIds(root: PDFDict): void {
    if (this.#ids.size > 0) {
      const sorted = [...this.#ids].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const names = sorted.flatMap(([id, ref]) => [PDFString.of(id), ref])
      const { context } = this.#pdf
      root.set(PDFName.of('IDTree'), context.register(context.obj({ Names: names })))
    }
  }
}
