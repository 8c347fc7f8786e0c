import type { PDFDocument } from 'pdf-lib'

import type { DocumentFacts } from './document-facts.ts'
import { checkPdfUa } from './rules/check-pdf-ua.ts'
import type { PdfUaFault } from './rules/pdf-ua-fault.ts'
import { writeXmp } from './xmp.ts'

/** Tells what a PDF may claim. */
export interface ClaimOptions {
  /** Whether it is for an archive. */
  isArchive: boolean
  /** Whether all that is seen has a tag. */
  isComplete: boolean
}

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
  { isArchive, isComplete }: ClaimOptions,
): PdfUaFault[] {
  writeXmp(pdf, facts, { isUniversal: true, archive: isArchive ? '2a' : undefined })
  const faults = checkPdfUa(pdf, { isClaimed: true })
  if (faults.length > 0 || !isComplete) {
    writeXmp(pdf, facts, { isUniversal: false })
  }
  return faults
}
