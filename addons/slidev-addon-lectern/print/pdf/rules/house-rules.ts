import { PDFDict, PDFName } from 'pdf-lib'

import { readName } from '../entries.ts'
import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { REPORT } from './report.ts'

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
      .some(([, object]) => object instanceof PDFDict && listActions(object).some(isScript))
  return hasScript ? [{ clause: 'no-script', seen: 'the document runs a script', fix: REPORT }] : []
}

/** Lists a dictionary, as it can be an action, and the actions in it: of a link, or on opening. */
function listActions(dict: PDFDict): PDFDict[] {
  const inner = ACTIONS.map((key) => dict.lookup(key)).filter((each) => each instanceof PDFDict)
  return [dict, ...inner]
}

/** Names that are looked up often; pdf-lib decodes a name each time that it is asked for it. */
const ACTIONS = [PDFName.of('A'), PDFName.of('OpenAction')]
const KIND = PDFName.of('S')
const SCRIPT = PDFName.of('JavaScript')

function isScript(action: PDFDict): boolean {
  return action.get(KIND) === SCRIPT
}

function hasContent({ marks, references, children }: CheckedElement): boolean {
  return marks.length > 0 || references.length > 0 || children.length > 0
}
