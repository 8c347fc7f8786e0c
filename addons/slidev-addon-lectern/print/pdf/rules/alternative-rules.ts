import { PDFArray } from 'pdf-lib'

import { readString } from '../entries.ts'
import { findAttribute } from './checked-element.ts'
import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { REPORT } from './report.ts'

/** Every picture has an alternative text. */
export function findUnnamedPictures(file: CheckedFile): PdfUaFault[] {
  return findUnnamed(file, 'Figure', {
    clause: '7.3-1',
    seen: 'a picture has no alternative text',
    fix: 'Write aria-label="what it shows", or aria-hidden="true" where it is decoration.',
  })
}

/** Every formula has its source, or another text that is read. */
export function findUnnamedFormulas(file: CheckedFile): PdfUaFault[] {
  return findUnnamed(file, 'Formula', {
    clause: '7.7-1',
    seen: 'a formula has no text that is read',
    fix: 'Write it in TeX between dollar signs, or give it an aria-label.',
  })
}

function findUnnamed({ elements }: CheckedFile, role: string, fault: PdfUaFault): PdfUaFault[] {
  return elements
    .filter((element) => element.role === role && !hasAlternative(element))
    .map(({ page }) => ({ ...fault, page }))
}

/** Every picture has its place on the page. */
export function findUnplacedPictures({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter(
      (element) =>
        element.role === 'Figure' &&
        hasAlternative(element) &&
        !(findAttribute(element, 'BBox') instanceof PDFArray),
    )
    .map(({ page }) => ({
      clause: 'figure-box',
      page,
      seen: 'a picture does not tell its place',
      fix: REPORT,
    }))
}

/** Every note has a name of its own. */
export function findUnnamedNotes(file: CheckedFile): PdfUaFault[] {
  const seen = new Set<string>()
  return file.elements
    .filter(({ role }) => role === 'Note')
    .flatMap((note) => {
      const id = readString(note.dict, 'ID') ?? ''
      const isAgain = seen.has(id)
      seen.add(id)
      const place = { page: note.page, fix: REPORT, text: file.readWords(note) }
      return [
        ...(id === '' ? [{ clause: '7.9-1', seen: 'a note has no name', ...place }] : []),
        ...(id !== '' && isAgain
          ? [{ clause: '7.9-2', seen: `two notes are "${id}"`, ...place }]
          : []),
      ]
    })
}

function hasAlternative({ dict }: CheckedElement): boolean {
  return (readString(dict, 'Alt') ?? '') !== '' || readString(dict, 'ActualText') !== undefined
}
