import { PDFArray, PDFDict, PDFName } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { tagsOf } from './structure.ts'

/** A tree of a PDF's tags, in which they are looked up. */
export function treeOf(pdf: PDFDocument, name: 'ParentTree' | 'IDTree'): PDFDict | undefined {
  return tagsOf(pdf).lookupMaybe(PDFName.of(name), PDFDict)
}

/**
 * The keys and values of a tree, whose leaves hold them one after the other.
 *
 * @param name - What its keys are.
 */
export function listPairs(
  tree: PDFDict | undefined,
  name: 'Nums' | 'Names',
): [PDFObject, PDFObject][] {
  const own = listOf(tree?.lookup(PDFName.of(name)))
  const pairs = own.flatMap((key, index): [PDFObject, PDFObject][] => {
    const value = own[index + 1]
    return index % 2 === 0 && value ? [[key, value]] : []
  })
  const kids = listOf(tree?.lookup(PDFName.of('Kids')))
  return [...pairs, ...kids.flatMap((kid) => listPairs(tree?.context.lookup(kid, PDFDict), name))]
}

/** What may be one object or an array of several. */
export function listOf(object: PDFObject | undefined): PDFObject[] {
  return object instanceof PDFArray ? object.asArray() : object ? [object] : []
}
