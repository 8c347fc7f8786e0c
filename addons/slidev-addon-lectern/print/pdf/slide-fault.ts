import type { PdfUaFault } from './rules/pdf-ua-fault.ts'

/** A rule of PDF/UA-1 that a PDF breaks, with the number of the slide. */
export interface SlideFault extends PdfUaFault {
  /** `undefined` where it is not known. */
  slide?: number
  /** Words of the author's file at the place, such as an alternative text. */
  reference?: string
}
