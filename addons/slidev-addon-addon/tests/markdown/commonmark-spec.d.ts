/** Types of a package that ships the specification's text and examples without any. */
declare module 'commonmark-spec' {
  /** The specification's examples, in order. */
  export const tests: readonly {
    markdown: string
    html: string
    section: string
    /** From 1, as the specification counts. */
    number: number
  }[]
}
