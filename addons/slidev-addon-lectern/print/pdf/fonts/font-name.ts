/** Names of weights, as font files use them. */
const WEIGHTS: ReadonlyMap<number, string> = new Map([
  [100, 'Thin'],
  [200, 'ExtraLight'],
  [300, 'Light'],
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'SemiBold'],
  [700, 'Bold'],
  [800, 'ExtraBold'],
  [900, 'Black'],
])

/** Matches the name of the weight that a variable font has by default, at the end of its family's. */
const DEFAULT_WEIGHT_RE =
  /\s*\b(?:Thin|ExtraLight|Light|Regular|Medium|SemiBold|Bold|ExtraBold|Black)$/

const LETTERS = 26

/**
 * Returns the PostScript name of a part of a font, such as `AAAAAB+Inter-SemiBold`.
 *
 * @param index - 0-based number of the part in its file.
 * @param weight - From 1 to 1000.
 */
export function nameFont(index: number, family: string, weight: number, isItalic: boolean): string {
  const letters = Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(index / LETTERS ** (5 - place)) % LETTERS)),
  )
  const plain = family.replace(DEFAULT_WEIGHT_RE, '').replace(/[^\w-]/g, '') || 'Font'
  const style = `${WEIGHTS.get(weight) ?? weight}${isItalic ? 'Italic' : ''}`
  return `${letters.join('')}+${plain}-${style}`
}
