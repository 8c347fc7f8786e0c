import { PDFDict, PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import type { LinkName } from '../../../page/print/reader-hints.ts'
import { readAddress } from '../links.ts'
import { isElement, listReferences, readText } from './tag-tree.ts'
import type { TagElement } from './tag-tree.ts'

/** Describes each link by its name on the page, or else by its words; one without either, by its address. */
export function describeLinks(
  pdf: PDFDocument,
  element: TagElement,
  names: readonly LinkName[],
): void {
  for (const child of element.children) {
    if (isElement(child) && child.role === 'Link') {
      const words = readText(child).trim()
      for (const { annotation } of listReferences(child)) {
        const dict = pdf.context.lookup(annotation)
        if (dict instanceof PDFDict) {
          const address = readAddress(dict)
          const contents = findName(names, words, address) || words || address || 'Link'
          dict.set(PDFName.of('Contents'), PDFHexString.fromText(contents))
        }
      }
    } else if (isElement(child)) {
      describeLinks(pdf, child, names)
    }
  }
}

/**
 * Finds the name of a link.
 *
 * @param words - In the order of painting, which is backward for those from right to left.
 * @param address - Empty for a link within the PDF.
 */
function findName(names: readonly LinkName[], words: string, address: string): string | undefined {
  const letters = sortLetters(words)
  return names.find((each) => each.address === address && sortLetters(each.words) === letters)?.name
}

function sortLetters(text: string): string {
  return text.replace(/\s/g, '').split('').toSorted().join('')
}
