/** A color for a light background and its partner for a dark one, both CSS colors. */
export interface ColorPair {
  light: string
  dark: string
}

/** Names of the palette; styles/palette.css has their values. */
export const PALETTE: readonly string[] = [
  'red',
  'orange',
  'amber',
  'yellow',
  'lime',
  'green',
  'emerald',
  'teal',
  'cyan',
  'sky',
  'blue',
  'indigo',
  'violet',
  'purple',
  'fuchsia',
  'pink',
  'rose',
  'gray',
]

/**
 * Finds a color of the palette, as the custom properties that hold it.
 *
 * @param name - In lower case; `grey` is `gray`.
 * @returns `undefined` when the palette has no such name.
 */
export function findPaletteColor(name: string): ColorPair | undefined {
  const known = name === 'grey' ? 'gray' : name
  return PALETTE.includes(known)
    ? { light: `var(--addon-${known}-light)`, dark: `var(--addon-${known}-dark)` }
    : undefined
}
