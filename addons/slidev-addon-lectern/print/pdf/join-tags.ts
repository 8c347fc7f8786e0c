import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFObjectCopier } from 'pdf-lib'

import { tagsOf } from './structure.ts'
import { listOf, listPairs, treeOf } from './tag-tree.ts'

/** What a PDF has beside its pages that makes it a tagged one. */
export interface SeparateTags {
  /** The elements at the top: what is in the document. */
  elements: readonly PDFObject[]
  /** Elements by the number that a page or a link has. */
  byNumber: readonly (readonly [number: number, elements: PDFObject])[]
  /** Elements by name. */
  byName: readonly (readonly [name: string, element: PDFObject])[]
}

/** Where pages and links keep their number. */
const NUMBERS = [PDFName.of('StructParents'), PDFName.of('StructParent')]

const K = PDFName.of('K')
const P = PDFName.of('P')
const ID = PDFName.of('ID')
const HEADERS = PDFName.of('Headers')

/**
 * Takes the tags of a PDF apart, so that they fit another one's: their numbers follow the other's, their
 * names are told from the other's, and nothing leads back to what they were part of.
 *
 * @param prefix - What the names begin with from now on.
 * @throws {Error} when the PDF has no tags.
 */
export function separateTags(part: PDFDocument, whole: PDFDocument, prefix: string): SeparateTags {
  const first = nextNumber(whole)
  for (const [, object] of part.context.enumerateIndirectObjects()) {
    renumber(object instanceof PDFStream ? object.dict : object, first)
    rename(object, prefix)
  }
  const elements = listOf(documentOf(part).get(K))
  for (const element of elements) {
    part.context.lookup(element, PDFDict).delete(P)
  }
  return {
    elements,
    byNumber: listPairs(treeOf(part, 'ParentTree'), 'Nums').map(([number, value]) => [
      (number instanceof PDFNumber ? number.asNumber() : 0) + first,
      value,
    ]),
    byName: listNames(part).map(([name, element]) => [`${prefix}${name}`, element]),
  }
}

/** Adds tags to those of a PDF that holds their pages already. */
export function addTags(
  whole: PDFDocument,
  { elements, byNumber, byName }: SeparateTags,
  copier: PDFObjectCopier,
): void {
  const { context } = whole
  const root = tagsOf(whole)
  const document = documentOf(whole)
  const [documentRef] = listOf(root.get(K))
  const children = context.obj(listOf(document.get(K)))
  for (const element of elements) {
    const copy = copier.copy(element)
    if (documentRef) {
      context.lookup(copy, PDFDict).set(P, documentRef)
    }
    children.push(copy)
  }
  document.set(K, children)
  const numbers = [
    ...listPairs(treeOf(whole, 'ParentTree'), 'Nums').flat(),
    ...byNumber.flatMap(([number, value]) => [PDFNumber.of(number), copier.copy(value)]),
  ]
  const next = nextNumber(whole) + byNumber.length
  replaceTree(whole, 'ParentTree', context.obj({ Nums: numbers }))
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next))
  const names = [
    ...listNames(whole),
    ...byName.map(([name, element]) => [name, copier.copy(element)] as const),
  ]
  if (names.length > 0) {
    replaceTree(whole, 'IDTree', createNameTree(whole, names))
  }
}

/** Puts a tree of one leaf in the place of the one there is. */
function replaceTree(pdf: PDFDocument, name: 'ParentTree' | 'IDTree', tree: PDFDict): void {
  deleteTree(pdf, tagsOf(pdf).get(PDFName.of(name)))
  tagsOf(pdf).set(PDFName.of(name), pdf.context.register(tree))
}

function deleteTree({ context }: Pick<PDFDocument, 'context'>, tree: PDFObject | undefined): void {
  const found = context.lookup(tree)
  const kids = found instanceof PDFDict ? listOf(found.lookup(PDFName.of('Kids'))) : []
  kids.forEach((kid) => deleteTree({ context }, kid))
  if (tree instanceof PDFRef) {
    context.delete(tree)
  }
}

/** The names sorted, as they are looked up. */
function createNameTree(
  pdf: PDFDocument,
  names: readonly (readonly [string, PDFObject])[],
): PDFDict {
  const sorted = names.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return pdf.context.obj({
    Names: sorted.flatMap(([name, element]) => [PDFString.of(name), element]),
  })
}

/** The element that holds all others. */
function documentOf(pdf: PDFDocument): PDFDict {
  const [document] = listOf(tagsOf(pdf).get(K))
  return pdf.context.lookup(document, PDFDict)
}

/** The number that no page and no link has yet. */
function nextNumber(pdf: PDFDocument): number {
  return tagsOf(pdf).lookup(PDFName.of('ParentTreeNextKey'), PDFNumber).asNumber()
}

function renumber(object: PDFObject, first: number): void {
  if (object instanceof PDFDict) {
    for (const key of NUMBERS) {
      const number = object.get(key)
      if (number instanceof PDFNumber) {
        object.set(key, PDFNumber.of(number.asNumber() + first))
      }
    }
  }
}

/** Renames an element, and the headings that a table's cell names. */
function rename(object: PDFObject, prefix: string): void {
  if (!(object instanceof PDFDict) || !object.has(PDFName.of('S'))) {
    return
  }
  const id = object.get(ID)
  if (id) {
    object.set(ID, PDFString.of(`${prefix}${textOf(id)}`))
  }
  for (const attributes of listOf(object.get(PDFName.of('A')))) {
    const headers = attributes instanceof PDFDict ? attributes.get(HEADERS) : undefined
    if (headers instanceof PDFArray) {
      for (const [index, name] of headers.asArray().entries()) {
        headers.set(index, PDFString.of(`${prefix}${textOf(name)}`))
      }
    }
  }
}

function listNames(pdf: PDFDocument): (readonly [string, PDFObject])[] {
  return listPairs(treeOf(pdf, 'IDTree'), 'Names').map(([name, element]) => [textOf(name), element])
}

function textOf(object: PDFObject): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
