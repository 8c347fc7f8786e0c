import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFPage } from 'pdf-lib'

import { readName, readString } from './checked-file.ts'
import type { CheckedElement, CheckedFile } from './checked-file.ts'
import { REPORT } from './document-rules.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'

/** An annotation of a page, that the reader can see. */
interface SeenAnnotation {
  page: number
  dict: PDFDict
  owner?: CheckedElement
}

/** Flag of an annotation that is hidden. */
const HIDDEN = 2

/** Links are tagged as links. */
export function findUntaggedLinks(file: CheckedFile): PdfUaFault[] {
  return listAnnotations(file)
    .filter(({ dict, owner }) => isLink(dict) && owner?.role !== 'Link')
    .map(({ page, dict }) => ({
      clause: '7.18.5-1',
      page,
      seen: `the link to ${addressOf(dict)} is not tagged`,
      fix: REPORT,
    }))
}

/** Links have a description. */
export function findUndescribedLinks(file: CheckedFile): PdfUaFault[] {
  return listAnnotations(file)
    .filter(({ dict }) => isLink(dict) && (readString(dict, 'Contents') ?? '') === '')
    .map(({ page, dict }) => ({
      clause: '7.18.5-2',
      page,
      seen: `the link to ${addressOf(dict)} has no words`,
      fix: 'Write words between the brackets, or give it an aria-label.',
    }))
}

/** Other annotations are tagged and described. */
export function findUntaggedAnnotations(file: CheckedFile): PdfUaFault[] {
  return listAnnotations(file)
    .filter(({ dict }) => !isLink(dict) && readName(dict, 'Subtype') !== 'Widget')
    .flatMap(({ page, dict, owner }) => {
      const seen = `an annotation of the kind ${readName(dict, 'Subtype') ?? 'unknown'}`
      return [
        ...(owner?.role === 'Annot'
          ? []
          : [{ clause: '7.18.1-1', page, seen: `${seen} is not tagged`, fix: REPORT }]),
        ...(readString(dict, 'Contents')
          ? []
          : [{ clause: '7.18.1-2', page, seen: `${seen} has no description`, fix: REPORT }]),
      ]
    })
}

/** On pages with annotations, the Tab key goes from one to the next as they are tagged. */
export function findUnorderedPages({ pdf }: CheckedFile): PdfUaFault[] {
  return pdf.getPages().flatMap(({ node }, index) => {
    const hasAny = (node.Annots()?.size() ?? 0) > 0
    return hasAny && readName(node, 'Tabs') !== 'S'
      ? [{ clause: '7.18.3-1', page: index + 1, seen: 'the Tab key has no order', fix: REPORT }]
      : []
  })
}

/** Fields are interactive, or tell what they would be. */
export function findMuteFields({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter(({ role, references, dict }) => {
      const attributes = dict.lookup(PDFName.of('A'))
      const list = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
      const hasRole = list
        .map((each) => dict.context.lookup(each))
        .some((each) => each instanceof PDFDict && each.has(PDFName.of('Role')))
      return role === 'Form' && !hasRole && references.length !== 1
    })
    .map(({ page }) => ({ clause: '7.18.4-2', page, seen: 'a field has no role', fix: REPORT }))
}

function isLink(dict: PDFDict): boolean {
  return readName(dict, 'Subtype') === 'Link'
}

function listAnnotations({ pdf, elements, parents }: CheckedFile): SeenAnnotation[] {
  const byRef = new Map(
    elements.flatMap((element) => (element.ref ? [[element.ref, element]] : [])),
  )
  return pdf.getPages().flatMap((page, index) =>
    listOf(page).flatMap((dict) => {
      const flags = dict.lookup(PDFName.of('F'))
      const isHidden = flags instanceof PDFNumber && (flags.asNumber() & HIDDEN) > 0
      const key = dict.lookup(PDFName.of('StructParent'))
      const parent = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined
      const owner = parent instanceof PDFRef ? byRef.get(parent) : undefined
      return isHidden ? [] : [{ page: index + 1, dict, owner }]
    }),
  )
}

function listOf({ node, doc }: PDFPage): PDFDict[] {
  const annotations = node.Annots()?.asArray() ?? []
  return annotations
    .map((each) => doc.context.lookup(each))
    .filter((each) => each instanceof PDFDict)
}

/** Returns where a link leads: an address, or another page. */
function addressOf(dict: PDFDict): string {
  const address = dict.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  return address instanceof PDFString || address instanceof PDFHexString
    ? address.decodeText()
    : 'another page'
}
