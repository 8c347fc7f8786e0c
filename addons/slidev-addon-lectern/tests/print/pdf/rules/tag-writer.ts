import { PDFName, PDFNumber } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFPage, PDFRef } from 'pdf-lib'

import type { EmbeddedFont } from './liberation-sans.ts'

/** Entries of a dictionary. */
export type Entries = NonNullable<Parameters<PDFContext['stream']>[1]>

/** Value of an entry. */
type Value = Entries[string]

/** An element to be written: its type, what is in it, and entries beside. */
export interface Tag {
  type: string
  kids: readonly Kid[]
  entries: Entries
}

/** Content of an element: a line of text, another element, or what a function writes. */
export type Kid = string | Tag | ((writer: TagWriter, owner: PDFRef) => Value)

/** Returns an element to be written. */
export function tag(type: string, kids: readonly Kid[], entries: Entries = {}): Tag {
  return { type, kids, entries }
}

/** Returns the reference to a link. */
export function link(entries: Entries): Kid {
  return (writer, owner) => writer.addLink(entries, owner)
}

/** A square that is painted. */
export const SQUARE: Kid = (writer, owner) => writer.addMark('Figure', '0 0 9 9 re f', owner)

/** Returns a form that shows a line, which has a mark of its own. */
export function form(text: string): Kid {
  return (writer, owner) => writer.addForm(text, owner)
}

/** Elements by the numbers of the marks in a page or form; or the element of an annotation. */
export type Parents = (PDFRef | PDFRef[])[]

/** Writes the elements of a page, and the content that they refer to: each line of text below the one before. */
export class TagWriter {
  readonly page: PDFPage
  readonly #context: PDFContext
  readonly #font: EmbeddedFont
  readonly #parents: Parents
  readonly #content = ['/Artifact BMC 0 290 400 10 re f EMC']
  readonly #owners: PDFRef[] = []
  #top = 290

  /** Adds a page, with an artifact. */
  constructor(pdf: PDFDocument, font: EmbeddedFont, parents: Parents) {
    this.page = pdf.addPage([400, 300])
    this.#context = pdf.context
    this.#font = font
    this.#parents = parents
    const { node } = this.page
    node.set(PDFName.of('StructParents'), PDFNumber.of(parents.push(this.#owners) - 1))
    node.set(PDFName.of('Tabs'), PDFName.of('S'))
    node.set(PDFName.of('Resources'), pdf.context.obj({ Font: { F1: font.ref } }))
  }

  /** Writes the elements of the page. */
  writeAll(tags: readonly Tag[], parent: PDFRef): PDFRef[] {
    const refs = tags.map((each) => this.#write(each, parent))
    const content = this.#context.stream(this.#content.join('\n'))
    this.page.node.set(PDFName.of('Contents'), this.#context.register(content))
    return refs
  }

  #write({ type, kids, entries }: Tag, parent: PDFRef): PDFRef {
    const ref = this.#context.nextRef()
    const written = kids.map((kid) => {
      if (typeof kid === 'string') {
        return this.addMark(type, this.#show(kid), ref)
      }
      return typeof kid === 'function' ? kid(this, ref) : this.#write(kid, ref)
    })
    const frame = { Type: 'StructElem', S: type, P: parent, Pg: this.page.ref, K: written }
    this.#context.assign(ref, this.#context.obj({ ...frame, ...entries }))
    return ref
  }

  /** Adds marked content to the page, and returns its number. */
  addMark(type: string, operators: string, owner: PDFRef): number {
    const mark = this.#owners.push(owner) - 1
    this.#content.push(`/${type} <</MCID ${mark}>> BDC ${operators} EMC`)
    return mark
  }

  /** Adds a link over the latest line, and returns the reference to it. */
  addLink(entries: Entries, owner: PDFRef): Value {
    const Rect = [10, this.#top, 200, this.#top + 10]
    const StructParent = this.#parents.push(owner) - 1
    const frame = { Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0], Rect, StructParent }
    const ref = this.#context.register(this.#context.obj({ ...frame, ...entries }))
    this.page.node.addAnnot(ref)
    return { Type: 'OBJR', Obj: ref, Pg: this.page.ref }
  }

  /** Adds a form to the page, and returns the reference to its mark. */
  addForm(text: string, owner: PDFRef): Value {
    const stream = this.#context.stream(`/P <</MCID 0>> BDC ${this.#show(text)} EMC`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 400, 300],
      Resources: { Font: { F1: this.#font.ref } },
      StructParents: this.#parents.push([owner]) - 1,
    })
    const ref = this.#context.register(stream)
    const name = this.page.node.newXObject('Form', ref)
    this.#content.push(`${name.asString()} Do`)
    return { Type: 'MCR', Pg: this.page.ref, Stm: ref, MCID: 0 }
  }

  #show(text: string): string {
    this.#top -= 12
    return `BT /F1 10 Tf 10 ${this.#top} Td ${this.#font.encode(text)} Tj ET`
  }
}
