import { colors } from '@unocss/preset-mini/colors'
import Color from 'colorjs.io'

import type { ColourPair } from './palette.ts'

/** The lightest ground that counts as dark, as in styles/palette.css. */
const DARK_GROUND = new Color('#09384f')
/** Stands in on dark slides where a family (`dark`) has no shade that is legible there. */
const DARK_GRAY = 'var(--addon-gray-dark)'
/** WCAG 2.1 AA for text of any size. */
const LEAST_CONTRAST = 4.5
/** The shade a family's bare name stands for where the palette has no such name (`slate`). */
const BARE_SHADE = '600'

const SHADE_RE = /^([a-z]+)-?(\d{2,3})$/

/** UnoCSS's shades of one family, by number as a word (`'50'` to `'950'`). */
type Family = ReadonlyMap<string, ColourPair>

const FAMILIES: ReadonlyMap<string, Family> = collectFamilies()

/** Names of all shades, such as `gray500`, for suggestions. */
export function listShades(): string[] {
  return [...FAMILIES].flatMap(([name, family]) => [...family.keys()].map((no) => `${name}${no}`))
}

/**
 * A Tailwind or UnoCSS shade: `gray-500`, `gray500`, or a family's bare name.
 *
 * @param value - The value as typed, in lower case.
 * @returns The shade itself for light slides; for dark ones the nearest lighter shade of its family
 *   with 4.5:1. `undefined` when there is no such shade.
 */
export function findShade(value: string): ColourPair | undefined {
  const [, name = value, number = BARE_SHADE] = SHADE_RE.exec(value) ?? []
  return FAMILIES.get(name)?.get(number)
}

function collectFamilies(): Map<string, Family> {
  const families = new Map<string, Family>()
  for (const [name, shades] of Object.entries(colors)) {
    if (typeof shades === 'object' && /^[a-z]+$/.test(name)) {
      families.set(name, pairShades(shades))
    }
  }
  const gray = families.get('gray')
  return gray ? families.set('grey', gray) : families
}

/** Pairs each shade with itself, or with the nearest lighter one that is legible on a dark slide. */
function pairShades(shades: Readonly<Record<string, unknown>>): Family {
  const family = new Map<string, ColourPair>()
  let dark = DARK_GRAY
  // Numbers as keys come in ascending order: the lightest shade first.
  for (const [number, light] of Object.entries(shades)) {
    if (typeof light === 'string' && /^\d{2,3}$/.test(number)) {
      dark = isLegible(light) ? light : dark
      family.set(number, { light, dark })
    }
  }
  return family
}

function isLegible(shade: string): boolean {
  return DARK_GROUND.contrast(new Color(shade), 'WCAG21') >= LEAST_CONTRAST
}
