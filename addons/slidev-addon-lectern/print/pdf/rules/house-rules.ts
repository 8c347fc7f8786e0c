import { PDFDict, PDFName } from 'pdf-lib'

import { readName } from './checked-file.ts'
import type { CheckedElement, CheckedFile } from './checked-file.ts'
import { REPORT } from './document-rules.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'

/*
 * Rules of Lectern, beyond what the standard asks and a machine can check.
 */

/** Elements that may be empty. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['Document', 'TD', 'TH'])

/** No element is without content. */
export function findEmptyElements({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter((element) => !MAY_BE_EMPTY.has(element.role) && !hasContent(element))
    .map(({ type, page, parent }) => ({
      clause: 'no-empty-element',
      page: page ?? parent?.page,
      seen: `the element ${type} is empty`,
      fix: REPORT,
    }))
}

/** No element says only that it says nothing. */
export function findMeaninglessElements({ elements }: CheckedFile): PdfUaFault[] {
  return elements
    .filter(({ role }) => role === 'NonStruct')
    .map(({ page }) => ({
      clause: 'no-non-struct',
      page,
      seen: 'an element has no meaning',
      fix: REPORT,
    }))
}

/** No font whose glyphs are outlines is of Type 3. */
export function findOutlineFonts({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.fonts).flatMap(([font, { page }]) => {
    const procedures = font.lookupMaybe(PDFName.of('CharProcs'), PDFDict)
    const isColored = procedures === undefined || font.lookupMaybe(PDFName.of('Resources'), PDFDict)
    return readName(font, 'Subtype') === 'Type3' && !isColored
      ? [{ clause: 'no-type-3', page, seen: 'a font is of Type 3', fix: REPORT }]
      : []
  })
}

/** The document runs no script. */
export function findScripts({ pdf }: CheckedFile): PdfUaFault[] {
  const names = pdf.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const hasScript =
    names?.has(PDFName.of('JavaScript')) === true ||
    pdf.context
      .enumerateIndirectObjects()
      .some(([, object]) => object instanceof PDFDict && readName(object, 'S') === 'JavaScript')
  return hasScript ? [{ clause: 'no-script', seen: 'the document runs a script', fix: REPORT }] : []
}

function hasContent({ marks, references, children }: CheckedElement): boolean {
  return marks.length > 0 || references.length > 0 || children.length > 0
}
