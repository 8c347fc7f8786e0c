import type { PDFDocument } from 'pdf-lib'

import type { DocumentFacts } from './document-facts.ts'
import { checkPdfUa } from './rules/check-pdf-ua.ts'
import type { PdfUaFault } from './rules/pdf-ua-fault.ts'
import { writeXmp } from './xmp.ts'

/**
 * Writes what a PDF says of itself, and that it conforms to PDF/UA-1, for archives also to PDF/A-2a - if it passes the
 * check of their rules. Otherwise it claims neither.
 *
 * @param pdf - A PDF that is complete but for this.
 * @returns What keeps it from conforming.
 */
export function claimStandards(
  pdf: PDFDocument,
  facts: DocumentFacts,
  isArchive: boolean,
): PdfUaFault[] {
  writeXmp(pdf, facts, { isUniversal: true, archive: isArchive ? '2a' : undefined })
  const faults = checkPdfUa(pdf, { isClaimed: true })
  if (faults.length > 0) {
    writeXmp(pdf, facts, { isUniversal: false })
  }
  return faults
}
