import { colors } from '@unocss/preset-mini/colors'
import Color from 'colorjs.io'

import type { ColorPair } from './palette.ts'

/** The lightest background that counts as dark, as in styles/palette.css. */
const DARK_BACKGROUND = '#09384f'
/** Replaces a shade on dark slides if no shade of its family is legible there. */
const DARK_GRAY = 'var(--addon-gray-dark)'
/** WCAG 2.1 AA for text of any size. */
const LEAST_CONTRAST = 4.5
/** Number of the shade that a family's bare name means, such as `slate`. */
const BARE_SHADE = '600'

const SHADE_RE = /^([a-z]+)-?(\d{2,3})$/

/** Lists the names of all shades, such as `gray500`, for suggestions. */
export function listShades(): string[] {
  return [...Object.keys(colors), 'grey'].flatMap((name) =>
    listFamily(name).map(([number]) => `${name}${number}`),
  )
}

/**
 * Finds a Tailwind or UnoCSS shade: `gray-500`, `gray500`, or a family's bare name.
 *
 * @param value - The value as typed, in lower case.
 * @returns The shade itself for light slides; for dark ones the nearest lighter shade of its family
 *   with a contrast of 4.5:1. `undefined` when there is no such shade.
 */
export function findShade(value: string): ColorPair | undefined {
  const [, name = value, number = BARE_SHADE] = SHADE_RE.exec(value) ?? []
  const family = listFamily(name)
  const index = family.findIndex(([each]) => each === number)
  const light = family[index]?.[1]
  const dark = family.slice(0, index + 1).findLast(([, shade]) => isLegible(shade))?.[1]
  return light === undefined ? undefined : { light, dark: dark ?? DARK_GRAY }
}

/** Lists the shades of a family by number, `'50'` to `'950'`, the lightest first. */
function listFamily(name: string): [number: string, shade: string][] {
  const key = name === 'grey' ? 'gray' : name
  const shades: unknown =
    /^[a-z]+$/.test(key) && Object.hasOwn(colors, key) ? Reflect.get(colors, key) : undefined
  return typeof shades === 'object' && shades !== null
    ? Object.entries(shades).filter(
        (entry): entry is [string, string] =>
          /^\d{2,3}$/.test(entry[0]) && typeof entry[1] === 'string',
      )
    : []
}

function isLegible(shade: string): boolean {
  return new Color(DARK_BACKGROUND).contrast(new Color(shade), 'WCAG21') >= LEAST_CONTRAST
}
