import type { PDFDict } from 'pdf-lib'

import { readName, readString } from '../entries.ts'
import { readAddress } from '../links.ts'
import type { CheckedAnnotation } from './checked-annotation.ts'
import { findAttribute } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { createReport, REPORT } from './report.ts'

/** Links are tagged as links. */
export function findUntaggedLinks({ annotations }: CheckedFile): PdfUaFault[] {
  return annotations
    .filter(({ kind, owner }) => kind === 'Link' && owner?.role !== 'Link')
    .map(({ page, dict }) => ({
      clause: '7.18.5-1',
      page,
      seen: `the link to ${addressOf(dict)} is not tagged`,
      fix: REPORT,
    }))
}

/** Links have a description. */
export function findUndescribedLinks({ annotations }: CheckedFile): PdfUaFault[] {
  return annotations
    .filter(({ kind, dict }) => kind === 'Link' && !readString(dict, 'Contents'))
    .map(({ page, dict }) => ({
      clause: '7.18.5-2',
      page,
      seen: `the link to ${addressOf(dict)} has no words`,
      fix: 'Write words between the brackets, or give it an aria-label.',
    }))
}

/** Fields of forms are tagged and described. */
export function findUntaggedFields({ annotations }: CheckedFile): PdfUaFault[] {
  return annotations
    .filter(({ kind }) => kind === 'Widget')
    .flatMap((field) => [
      ...(field.owner?.role === 'Form'
        ? []
        : [createReport('7.18.4-1', field.page, 'a field is not tagged')]),
      ...(readString(field.dict, 'TU') || hasAlternative(field)
        ? []
        : [createReport('7.18.1-3', field.page, 'a field has no description')]),
    ])
}

/** Other annotations are tagged and described. */
export function findUntaggedAnnotations({ annotations }: CheckedFile): PdfUaFault[] {
  return annotations
    .filter(({ kind }) => kind !== 'Link' && kind !== 'Widget')
    .flatMap((each) => {
      const seen = `an annotation of the kind ${each.kind || 'unknown'}`
      return [
        ...(each.owner?.role === 'Annot'
          ? []
          : [createReport('7.18.1-1', each.page, `${seen} is not tagged`)]),
        ...(readString(each.dict, 'Contents') || hasAlternative(each)
          ? []
          : [createReport('7.18.1-2', each.page, `${seen} has no description`)]),
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

/** Elements of fields have a field and nothing else, or tell what it would be. */
export function findMuteFields({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter((element) => {
      const { role, references, marks, children } = element
      const isField = references.length === 1 && marks.length === 0 && children.length === 0
      return role === 'Form' && !isField && findAttribute(element, 'Role') === undefined
    })
    .map(({ page }) => ({ clause: '7.18.4-2', page, seen: 'a field has no role', fix: REPORT }))
}

function hasAlternative({ owner }: CheckedAnnotation): boolean {
  return Boolean(owner && readString(owner.dict, 'Alt'))
}

/** Returns where a link leads: an address, or another page. */
function addressOf(dict: PDFDict): string {
  return readAddress(dict) || 'another page'
}
