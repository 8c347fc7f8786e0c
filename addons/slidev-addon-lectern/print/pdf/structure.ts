import { PDFDict, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

/** Chromium's tags that came with PDF 2.0, and what readers of the older standard take them for. */
const ROLES: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Title: 'H1',
  FENote: 'Note',
  Aside: 'Sect',
  DocumentFragment: 'Div',
}

/**
 * The root of a PDF's tags.
 *
 * @throws {Error} when the PDF is not tagged.
 */
export function tagsOf(pdf: PDFDocument): PDFDict {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (!root) {
    throw new Error('The browser wrote a PDF without tags. Use a Chromium of version 122 or newer.')
  }
  return root
}

/**
 * Tells readers what the tags mean that the PDF standard before 2.0 does not name.
 *
 * @throws {Error} when the PDF is not tagged.
 */
export function nameRoles(pdf: PDFDocument): void {
  tagsOf(pdf).set(PDFName.of('RoleMap'), pdf.context.obj(ROLES))
}
