import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

import { toOneLine } from '../../../deck/one-line.ts'
import { readString } from '../entries.ts'
import { readAnnotations } from './checked-annotation.ts'
import type { CheckedAnnotation } from './checked-annotation.ts'
import { readElements } from './checked-element.ts'
import type { CheckedElement } from './checked-element.ts'
import { walkContent } from './walk-content.ts'
import type { WalkedContent } from './walk-content.ts'

/** A PDF as the rules look at it. */
export interface CheckedFile {
  pdf: PDFDocument
  /** Root of the tags. */
  root?: PDFDict
  /** All elements, each before those in it. */
  elements: readonly CheckedElement[]
  /** Elements by the numbers of the marks, of each page and form; and by the annotation. */
  parents: ParentTree
  /** Annotations of all pages that the reader can see. */
  annotations: readonly CheckedAnnotation[]
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
  const elements = root ? readElements(pdf, root) : []
  const parents = readParents(root)
  const content = walkContent(pdf)
  return {
    pdf,
    root,
    elements,
    parents,
    annotations: readAnnotations(pdf, elements, parents),
    content,
    readWords: (element) => readWords(element, content),
  }
}

function readWords(element: CheckedElement, content: WalkedContent): string | undefined {
  const own = readString(element.dict, 'ActualText') ?? readString(element.dict, 'Alt')
  if (own !== undefined && own !== '') {
    return own
  }
  let words = ''
  for (const kid of element.kids) {
    if (words.length >= MOST_WORDS) {
      break
    }
    if ('mark' in kid) {
      words += content.readMark(kid.stream, kid.mark)
    } else {
      words += `${IN_LINE.has(kid.role) ? '' : ' '}${readWords(kid, content) ?? ''}`
    }
  }
  return toOneLine(words).slice(0, MOST_WORDS) || undefined
}

/** Types of elements within a line of text. */
const IN_LINE: ReadonlySet<string> = new Set(
  'Span Quote Note Reference Code Link Formula'.split(' '),
)

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
