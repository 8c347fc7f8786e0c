/** The package has no types of its own; these are of what is used of it. */
declare module 'fontverter' {
  /**
   * A font in another form.
   *
   * @throws {Error} when the bytes are no font.
   */
  export function convert(font: Buffer, to: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
}
