import type { PdfUaFault } from './pdf-ua-fault.ts'

/** Advice for what no author can mend. */
export const REPORT = 'This is a fault of Lectern; please report it.'

/** Returns a fault that no author can mend. */
export function createReport(clause: string, page: number | undefined, seen: string): PdfUaFault {
  return { clause, page, seen, fix: REPORT }
}
