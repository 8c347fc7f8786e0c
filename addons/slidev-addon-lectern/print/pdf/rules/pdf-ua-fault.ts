/** A rule of PDF/UA-1 that a file breaks. */
export interface PdfUaFault {
  /** Number of the rule, as veraPDF has it, such as `7.1-3`; a name for a rule of Lectern. */
  clause: string
  /** 1-based page of the PDF; `undefined` for the whole document. */
  page?: number
  /** Part of a sentence: `the link to https://example.com/ has no description`. */
  seen: string
  /** A sentence that tells the author what to do. */
  fix: string
  /** Words at the place. */
  text?: string
}
