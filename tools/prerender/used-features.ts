import { Blob, Buffer as Text, Face, Feature, Font, shape } from 'harfbuzzjs'

/** What browsers do with a typeface unless they are told otherwise. */
export const DEFAULT_FEATURES = 'kern liga clig calt ccmp locl mark mkmk rlig rclt rvrn curs'.split(
  ' ',
)

/**
 * The layout features that change how texts are set, of those that browsers use.
 *
 * @param font - A font in its uncompressed form.
 * @param texts - Each set as a whole.
 * @param asked - Features the texts are set with beside the usual ones, such as `tnum`.
 */
export function findUsedFeatures(
  font: Uint8Array,
  texts: readonly string[],
  asked: readonly string[],
): string[] {
  const source = new Face(new Blob(font))
  const face = new Font(source)
  const present = new Set([
    ...source.getTableFeatureTags('GSUB'),
    ...source.getTableFeatureTags('GPOS'),
  ])
  const set = (without?: string): string[] =>
    texts.map((text) => {
      const buffer = new Text()
      buffer.addText(text)
      buffer.guessSegmentProperties()
      shape(face, buffer, [
        ...asked.map((tag) => new Feature(tag, 1)),
        ...(without === undefined ? [] : [new Feature(without, 0)]),
      ])
      return buffer.serialize({ font: face })
    })
  const usual = set().join('\n')
  return [...DEFAULT_FEATURES, ...asked].filter(
    (tag) => present.has(tag) && set(tag).join('\n') !== usual,
  )
}
