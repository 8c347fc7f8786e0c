import { PDFName, PDFNumber } from 'pdf-lib'
import type { PDFContext, PDFDict, PDFDocument, PDFPage, PDFRef } from 'pdf-lib'

import type { EmbeddedFont } from './liberation-sans.ts'

/** What pdf-lib makes an object of. */
type Literal = Parameters<PDFContext['obj']>[0]

/** Entries of a dictionary. */
export type Entries = Readonly<Record<string, Literal>>

/** An element to be written: its type, what is in it, and entries beside. */
export interface Tag {
  type: string
  kids: readonly Kid[]
  entries: Entries
}

/** What an element has in it: a line of text, another element, or what a function writes. */
export type Kid = string | Tag | ((writer: TagWriter, owner: PDFRef) => Literal)

/** Returns an element to be written. */
export function tag(type: string, kids: readonly Kid[], entries: Entries = {}): Tag {
  return { type, kids, entries }
}

/** Returns the reference to a link. */
export function link(entries: Entries): Kid {
  return (writer, owner) => writer.addLink(entries, owner)
}

/** A square that is painted. */
export const SQUARE: Kid = (writer, owner) => writer.addMark('0 0 9 9 re f', owner)

/** Returns a form that shows a line, which has a mark of its own. */
export function form(text: string): Kid {
  return (writer, owner) => writer.addForm(text, owner)
}

/** Writes elements, and the content that they refer to: each line of text below the one before. */
export class TagWriter {
  readonly #pdf: PDFDocument
  readonly #context: PDFContext
  readonly #font: EmbeddedFont
  /** Elements by the numbers of the marks in a page or form; or the element of an annotation. */
  readonly #parents: (PDFRef | PDFRef[])[] = []
  #page: PDFPage
  #content: string[] = []
  #owners: PDFRef[] = []
  #top = 0

  constructor(pdf: PDFDocument, font: EmbeddedFont) {
    this.#pdf = pdf
    this.#context = pdf.context
    this.#font = font
    this.#page = this.openPage()
  }

  /** Begins a page, with an artifact. */
  openPage(): PDFPage {
    const page = this.#pdf.addPage([400, 300])
    const resources = { Font: { F1: this.#font.ref }, XObject: {} }
    this.#page = page
    this.#owners = []
    this.#content = ['/Artifact BMC 0 290 400 10 re f EMC']
    this.#top = 290
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(this.#parents.push(this.#owners) - 1))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    page.node.set(PDFName.of('Resources'), this.#context.obj(resources))
    return page
  }

  /** Ends a page. */
  closePage(): void {
    const content = this.#context.stream(this.#content.join('\n'))
    this.#page.node.set(PDFName.of('Contents'), this.#context.register(content))
  }

  /** Writes an element with all in it. */
  write({ type, kids, entries }: Tag, parent: PDFRef): PDFRef {
    const ref = this.#context.nextRef()
    const written = kids.map((kid) => {
      if (typeof kid === 'string') {
        return this.addMark(this.#show(kid), ref)
      }
      return typeof kid === 'function' ? kid(this, ref) : this.write(kid, ref)
    })
    const frame = { Type: 'StructElem', S: type, P: parent, Pg: this.#page.ref, K: written }
    this.#context.assign(ref, this.#context.obj({ ...frame, ...entries }))
    return ref
  }

  /** Adds marked content to the page, and returns its number. */
  addMark(operators: string, owner: PDFRef): number {
    const mark = this.#owners.push(owner) - 1
    this.#content.push(`/P <</MCID ${mark}>> BDC ${operators} EMC`)
    return mark
  }

  addLink(entries: Entries, owner: PDFRef): Literal {
    const rectangle = [10, this.#top, 200, this.#top + 10]
    const frame = { Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0], Rect: rectangle }
    const key = this.#parents.push(owner) - 1
    const ref = this.#context.register(
      this.#context.obj({ ...frame, StructParent: key, ...entries }),
    )
    this.#page.node.addAnnot(ref)
    return { Type: 'OBJR', Obj: ref, Pg: this.#page.ref }
  }

  addForm(text: string, owner: PDFRef): Literal {
    const frame = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 300] }
    const resources = { Font: { F1: this.#font.ref } }
    const key = this.#parents.push([owner]) - 1
    const ref = this.#context.register(
      this.#context.stream(`/P <</MCID 0>> BDC ${this.#show(text)} EMC`, {
        ...frame,
        Resources: resources,
        StructParents: key,
      }),
    )
    const name = this.#page.node.newXObject('Form', ref)
    this.#content.push(`${name.asString()} Do`)
    return { Type: 'MCR', Pg: this.#page.ref, Stm: ref, MCID: 0 }
  }

  /** Returns the tree that leads from content to elements. */
  renderParents(): PDFDict {
    return this.#context.obj({ Nums: this.#parents.flatMap((value, key) => [key, value]) })
  }

  #show(text: string): string {
    this.#top -= 12
    return `BT /F1 10 Tf 10 ${this.#top} Td ${this.#font.encode(text)} Tj ET`
  }
}
