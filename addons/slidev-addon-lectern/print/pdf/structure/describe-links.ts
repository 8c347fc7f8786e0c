import { PDFDict, PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import type { LinkName } from '../../../page/print/reader-hints.ts'
import { readAddress } from '../links.ts'
import { isElement, listReferences, readText } from './tag-tree.ts'
import type { TagElement } from './tag-tree.ts'

/** Describes each link by its name on the page, or else by its words; one without either, by its address. */
export function describeLinks(
  pdf: PDFDocument,
  document: TagElement,
  names: readonly LinkName[],
): void {
  const byWords = new Map(
    names.toReversed().map(({ address, words, name }) => [keyOf(address, words), name]),
  )
  for (const link of listLinks(document)) {
    const words = readText(link).trim()
    for (const { annotation } of listReferences(link)) {
      const dict = pdf.context.lookup(annotation)
      if (dict instanceof PDFDict) {
        const address = readAddress(dict)
        const contents = byWords.get(keyOf(address, words)) || words || address || 'Link'
        dict.set(PDFName.of('Contents'), PDFHexString.fromText(contents))
      }
    }
  }
}

function listLinks(element: TagElement): TagElement[] {
  return element.role === 'Link' ? [element] : element.children.filter(isElement).flatMap(listLinks)
}

/** Returns a key that is the same for words in the order of painting, which is backward for those from right to left. */
function keyOf(address: string, words: string): string {
  return `${address} ${words.replace(/\s/g, '').split('').toSorted().join('')}`
}
