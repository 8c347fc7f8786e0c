/** Types of the parts in use; the package has none. */
declare module 'fontverter' {
  /**
   * Converts a font to another format.
   *
   * @throws {Error} when the bytes are not a font.
   */
  export function convert(font: Buffer, to: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
