import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'

import { walkContent } from './walk-content.ts'
import type { WalkedContent } from './walk-content.ts'

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
  /** Content: page or form, and number of the mark. */
  marks: { stream: PDFRef; mark: number }[]
  /** Annotations. */
  references: PDFRef[]
}

/** A PDF as the rules look at it. */
export interface CheckedFile {
  pdf: PDFDocument
  /** Root of the tags. */
  root?: PDFDict
  /** All elements, each before those in it. */
  elements: readonly CheckedElement[]
  /** Elements by the number of a mark, by the page or form; and by the annotation. */
  parents: ParentTree
  content: WalkedContent
  /** Returns the first words of an element, its alternative text, or nothing. */
  readWords: (element: CheckedElement) => string | undefined
}

/** Values of a parent tree by their keys. */
export type ParentTree = ReadonlyMap<number, PDFObject>

/** Most characters of an element that are needed to find it. */
const MOST_WORDS = 60

/** Reads a PDF for the rules, once for all of them. */
export function readFileToCheck(pdf: PDFDocument): CheckedFile {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const elements: CheckedElement[] = []
  if (root) {
    new ElementReader(pdf, root, elements).readKids(root, undefined, undefined)
  }
  const content = walkContent(pdf)
  return {
    pdf,
    root,
    elements,
    parents: readParents(root),
    content,
    readWords: (element) => readWords(element, content),
  }
}

/** Returns the text of a string; `undefined` for anything else. */
export function readString(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined
}

/** Returns a name without its slash; `undefined` for anything else. */
export function readName(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** Lists the attribute objects of an element. */
export function listAttributes({ dict }: CheckedElement): PDFDict[] {
  const value = dict.lookup(PDFName.of('A'))
  const list = value instanceof PDFArray ? value.asArray() : [value]
  return list.map((each) => dict.context.lookup(each)).filter((each) => each instanceof PDFDict)
}

/** Returns the value of an attribute; `undefined` where none of the attribute objects has it. */
export function findAttribute(element: CheckedElement, key: string): PDFObject | undefined {
  return listAttributes(element)
    .map((attributes) => attributes.lookup(PDFName.of(key)))
    .find((value) => value !== undefined)
}

function readWords(element: CheckedElement, content: WalkedContent): string | undefined {
  const own = readString(element.dict, 'ActualText') ?? readString(element.dict, 'Alt')
  if (own !== undefined && own !== '') {
    return own
  }
  let words = element.marks.map(({ stream, mark }) => content.readMark(stream, mark)).join('')
  for (const child of element.children) {
    if (words.length >= MOST_WORDS) {
      break
    }
    words += readWords(child, content) ?? ''
  }
  return words.trim() === '' ? undefined : words.trim().slice(0, MOST_WORDS)
}

/** Reads a number tree, whose leaves hold keys and values in turn. */
function readParents(root: PDFDict | undefined): Map<number, PDFObject> {
  const parents = new Map<number, PDFObject>()
  const read = (node: PDFDict | undefined): void => {
    const numbers = node?.lookup(PDFName.of('Nums'))
    const list = numbers instanceof PDFArray ? numbers.asArray() : []
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [key, value] = [list[at], list[at + 1]]
      if (key instanceof PDFNumber && value) {
        parents.set(key.asNumber(), value)
      }
    }
    const kids = node?.lookup(PDFName.of('Kids'))
    const inner = kids instanceof PDFArray ? kids.asArray() : []
    inner.forEach((kid) => read(node?.context.lookupMaybe(kid, PDFDict)))
  }
  read(root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict))
  return parents
}

/** Types that a role map may lead through before it is taken for a circle. */
const MOST_STEPS = 32

class ElementReader {
  readonly #context: PDFContext
  readonly #roles: PDFDict | undefined
  readonly #pages: ReadonlyMap<PDFRef, number>
  readonly #elements: CheckedElement[]
  readonly #read = new Set<PDFObject>()

  constructor(pdf: PDFDocument, root: PDFDict, elements: CheckedElement[]) {
    this.#context = pdf.context
    this.#roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
    this.#pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]))
    this.#elements = elements
  }

  readKids(dict: PDFDict, owner: CheckedElement | undefined, around: PDFRef | undefined): void {
    const page = dict.get(PDFName.of('Pg'))
    const here = page instanceof PDFRef ? page : around
    const kids = dict.lookup(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : [dict.get(PDFName.of('K'))]
    list.forEach((kid) => kid && this.#readKid(kid, owner, here))
  }

  #readKid(kid: PDFObject, owner: CheckedElement | undefined, page: PDFRef | undefined): void {
    const object = this.#context.lookup(kid)
    if (object instanceof PDFNumber && owner && page) {
      this.#addMark(owner, page, page, object.asNumber())
    } else if (object instanceof PDFDict && !this.#read.has(object)) {
      this.#read.add(object)
      const mark = object.lookup(PDFName.of('MCID'))
      const annotation = object.get(PDFName.of('Obj'))
      const own = object.get(PDFName.of('Pg'))
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
    const role = this.#map(type)
    const element = { dict, ref, type, role, parent, children: [], marks: [], references: [] }
    const added: CheckedElement = element
    this.#elements.push(added)
    parent?.children.push(added)
    this.readKids(dict, added, page)
    added.page ??= added.children.find((child) => child.page !== undefined)?.page
  }

  #addMark(owner: CheckedElement, page: PDFRef, stream: PDFRef, mark: number): void {
    owner.marks.push({ stream, mark })
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
