/** Types of the parts in use; the package has none. */
declare module 'subset-font' {
  interface SubsetOptions {
    targetFormat?: 'sfnt' | 'woff' | 'woff2'
    /** @default all layout features */
    keepFeatures?: readonly string[]
    dropTables?: readonly string[]
    noHinting?: boolean
    /** Keeps every glyph, whatever the text. */
    keepAllGlyphs?: boolean
    /** Values of the axes of a variable font. */
    variationAxes?: Readonly<Record<string, number>>
  }
  /**
   * Returns a font with only the characters of a text.
   *
   * @throws {Error} when the bytes are not a font.
   */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: SubsetOptions,
  ): Promise<Buffer>
}
