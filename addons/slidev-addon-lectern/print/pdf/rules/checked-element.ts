import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'

import { readName } from '../entries.ts'

/** A mark that an element refers to. */
export interface MarkReference {
  /** Page or form. */
  stream: PDFRef
  mark: number
}

/** An element of a PDF's tag tree. */
export interface CheckedElement {
  dict: PDFDict
  ref?: PDFRef
  /** Structure type as written, without its slash. */
  type: string
  /** Standard structure type that it is mapped to; the type itself where it is mapped to none. */
  role: string
  parent?: CheckedElement
  children: CheckedElement[]
  /** 1-based page of its first content; `undefined` where it has none. */
  page?: number
  marks: MarkReference[]
  /** Marks and children in reading order. */
  kids: (MarkReference | CheckedElement)[]
  /** Annotations. */
  references: PDFRef[]
}

/** Reads the elements of the tags, each before those in it. */
export function readElements(pdf: PDFDocument, root: PDFDict): CheckedElement[] {
  const reader = new ElementReader(pdf, root)
  reader.readKids(root, undefined, undefined)
  return reader.elements
}

/** Returns the value of an attribute; `undefined` where none of the attribute objects has it. */
export function findAttribute({ dict }: CheckedElement, key: string): PDFObject | undefined {
  const value = dict.lookup(ATTRIBUTES)
  const name = PDFName.of(key)
  const list = value instanceof PDFArray ? value.asArray() : [value]
  return list
    .map((each) => dict.context.lookup(each))
    .map((each) => (each instanceof PDFDict ? each.lookup(name) : undefined))
    .find((each) => each !== undefined)
}

/** Names that are looked up often; pdf-lib decodes a name each time that it is asked for it. */
const ATTRIBUTES = PDFName.of('A')
const PAGE = PDFName.of('Pg')
const KIDS = PDFName.of('K')
const MARK = PDFName.of('MCID')
const OBJECT = PDFName.of('Obj')

/** Types that a role map may lead through before it is taken for a circle. */
const MOST_STEPS = 32

class ElementReader {
  readonly #context: PDFContext
  readonly #roles: PDFDict | undefined
  readonly #pages: ReadonlyMap<PDFRef, number>
  readonly elements: CheckedElement[] = []
  readonly #read = new Set<PDFObject>()

  constructor(pdf: PDFDocument, root: PDFDict) {
    this.#context = pdf.context
    this.#roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
    this.#pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]))
  }

  readKids(dict: PDFDict, owner: CheckedElement | undefined, around: PDFRef | undefined): void {
    const page = dict.get(PAGE)
    const here = page instanceof PDFRef ? page : around
    const kids = dict.lookup(KIDS)
    const list = kids instanceof PDFArray ? kids.asArray() : [dict.get(KIDS)]
    list.forEach((kid) => kid && this.#readKid(kid, owner, here))
  }

  #readKid(kid: PDFObject, owner: CheckedElement | undefined, page: PDFRef | undefined): void {
    const object = this.#context.lookup(kid)
    if (object instanceof PDFNumber && owner && page) {
      this.#addMark(owner, page, page, object.asNumber())
    } else if (object instanceof PDFDict && !this.#read.has(object)) {
      this.#read.add(object)
      const mark = object.lookup(MARK)
      const annotation = object.get(OBJECT)
      const own = object.get(PAGE)
      const here = own instanceof PDFRef ? own : page
      if (owner && mark instanceof PDFNumber && here) {
        const form = object.get(PDFName.of('Stm'))
        this.#addMark(owner, here, form instanceof PDFRef ? form : here, mark.asNumber())
      } else if (owner && annotation instanceof PDFRef) {
        owner.references.push(annotation)
        owner.page ??= here && this.#pages.get(here)
      } else {
        this.#readElement(object, kid instanceof PDFRef ? kid : undefined, owner, here)
      }
    }
  }

  #readElement(
    dict: PDFDict,
    ref: PDFRef | undefined,
    parent: CheckedElement | undefined,
    page: PDFRef | undefined,
  ): void {
    const type = readName(dict, 'S') ?? ''
    const added: CheckedElement = {
      dict,
      ref,
      type,
      role: this.#map(type),
      parent,
      children: [],
      marks: [],
      kids: [],
      references: [],
    }
    this.elements.push(added)
    parent?.children.push(added)
    parent?.kids.push(added)
    this.readKids(dict, added, page)
    added.page ??= added.children.find((child) => child.page !== undefined)?.page
  }

  #addMark(owner: CheckedElement, page: PDFRef, stream: PDFRef, mark: number): void {
    const reference = { stream, mark }
    owner.marks.push(reference)
    owner.kids.push(reference)
    owner.page ??= this.#pages.get(page)
  }

  #map(type: string): string {
    let role = type
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const next = this.#roles && readName(this.#roles, role)
      if (next === undefined) {
        return role
      }
      role = next
    }
    return role
  }
}
