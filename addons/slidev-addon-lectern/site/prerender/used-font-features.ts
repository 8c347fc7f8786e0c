import { Blob, Buffer as Text, Face, Feature, Font, shape } from 'harfbuzzjs'

/** Layout features that browsers apply by default. */
const DEFAULT_FEATURES = 'kern liga clig calt ccmp locl mark mkmk rlig rclt rvrn curs'.split(' ')

/** Shapes texts in a font, to find the layout features that they need. */
export interface Shaper {
  /** Whether the font draws a character. */
  draws: (character: string) => boolean
  /**
   * Lists the layout features that change how the texts are shaped.
   *
   * @param texts - Texts that are shaped one by one.
   * @param asked - Features that the texts use in addition to the default ones, such as `tnum`.
   */
  findUsedFeatures: (texts: readonly string[], asked: readonly string[]) => string[]
}

/**
 * Creates a shaper.
 *
 * @param bytes - Uncompressed font.
 */
export function createShaper(bytes: Uint8Array): Shaper {
  const face = new Face(new Blob(bytes))
  const font = new Font(face)
  const present = new Set([
    ...face.getTableFeatureTags('GSUB'),
    ...face.getTableFeatureTags('GPOS'),
  ])
  return {
    draws: (character) => font.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
    findUsedFeatures: (texts, asked) => {
      const shapeAll = (without?: string): string =>
        texts
          .map((text) => {
            const buffer = new Text()
            buffer.addText(text)
            buffer.guessSegmentProperties()
            shape(font, buffer, [
              ...asked.map((tag) => new Feature(tag, 1)),
              ...(without === undefined ? [] : [new Feature(without, 0)]),
            ])
            return buffer.serialize({ font })
          })
          .join('\n')
      const all = shapeAll()
      return [...DEFAULT_FEATURES, ...asked].filter(
        (tag) => present.has(tag) && shapeAll(tag) !== all,
      )
    },
  }
}
