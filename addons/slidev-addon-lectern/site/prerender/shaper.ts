import { Blob, Buffer as Text, Face, Feature, Font, shape } from 'harfbuzzjs'

/** What browsers do with a typeface unless they are told otherwise. */
const DEFAULT_FEATURES = 'kern liga clig calt ccmp locl mark mkmk rlig rclt rvrn curs'.split(' ')

/** Sets texts in a font, to see what of its layout they need. */
export interface Shaper {
  /**
   * The layout features that change how texts are set, of those that browsers use.
   *
   * @param texts - Each set as a whole.
   * @param asked - Features the texts are set with beside the usual ones, such as `tnum`.
   */
  findUsedFeatures: (texts: readonly string[], asked: readonly string[]) => string[]
}

/**
 * @param bytes - A font in its uncompressed form.
 */
export function createShaper(bytes: Uint8Array): Shaper {
  const face = new Face(new Blob(bytes))
  const font = new Font(face)
  const present = new Set([
    ...face.getTableFeatureTags('GSUB'),
    ...face.getTableFeatureTags('GPOS'),
  ])
  return {
    findUsedFeatures: (texts, asked) => {
      const set = (without?: string): string =>
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
      const usual = set()
      return [...DEFAULT_FEATURES, ...asked].filter((tag) => present.has(tag) && set(tag) !== usual)
    },
  }
}
