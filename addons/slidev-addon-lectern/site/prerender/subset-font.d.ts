/** The package has no types of its own; these are of what is used of it. */
declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'sfnt' | 'woff' | 'woff2'
    /** Layout features that are kept; all of them unless it is said. */
    keepFeatures?: readonly string[]
    dropTables?: readonly string[]
    noHinting?: boolean
    /** Every glyph; there is no text then. */
    keepAllGlyphs?: boolean
    /** Value of an axis of a variable font. */
    variationAxes?: Readonly<Record<string, number>>
  }
  /**
   * A font with the characters of a text alone.
   *
   * @throws {Error} when the bytes are no font.
   */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: SubsetOptions,
  ): Promise<Buffer>
}
