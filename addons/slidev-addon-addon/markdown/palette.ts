/** A colour for light ground and its partner for dark ground, both CSS colours. */
export interface ColourPair {
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

/** Other names of palette colours. */
const ALIASES: Readonly<Record<string, string>> = { grey: 'gray' }

/**
 * The palette's colour of a name, as the custom properties that hold it.
 *
 * @param name - In lower case.
 * @returns `undefined` when the palette has no such name.
 */
export function findPaletteColour(name: string): ColourPair | undefined {
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name
  return known !== undefined && PALETTE.includes(known)
    ? { light: `var(--addon-${known}-light)`, dark: `var(--addon-${known}-dark)` }
    : undefined
}
