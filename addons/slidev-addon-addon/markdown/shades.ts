import { colors } from '@unocss/preset-mini/colors'
import Color from 'colorjs.io'

import type { ColourPair } from './palette'

/** Slides are as light as this in dark mode at most; a partner is legible down to it. */
const DARK_GROUND = new Color('#12303f')
/** WCAG 2.1 AA for text of any size. */
const LEAST_CONTRAST = 4.5
/** The shade a family's bare name stands for where the palette has no such name (`slate`). */
const BARE_SHADE = '600'

const SHADE_RE = /^([a-z]+)-?(\d{2,3})$/

/** UnoCSS's shades of one family, by number as a word (`'50'` to `'950'`), lightest first. */
type Family = ReadonlyMap<string, string>

const FAMILIES: ReadonlyMap<string, Family> = collectFamilies()

/** Names of all shades, such as `gray500`, for suggestions. */
export function listShades(): string[] {
  return [...FAMILIES].flatMap(([name, family]) => [...family.keys()].map((no) => `${name}${no}`))
}

/**
 * A Tailwind or UnoCSS shade: `gray-500`, `gray500`, or a family's bare name.
 *
 * @param value - The value as typed, in lower case.
 * @returns The shade itself for light slides; for dark ones the nearest shade of its family with
 *   4.5:1. `undefined` when there is no such shade.
 */
export function findShade(value: string): ColourPair | undefined {
  const [, name = value, number = BARE_SHADE] = SHADE_RE.exec(value) ?? []
  const family = FAMILIES.get(name)
  const light = family?.get(number)
  return family && light ? { light, dark: findDarkPartner(family, light) } : undefined
}

/** The shade nearest to `light` that is legible on a dark slide. */
function findDarkPartner(family: Family, light: string): string {
  const shades = [...family.values()]
  const start = shades.indexOf(light)
  const legible = shades
    .slice(0, start + 1)
    .toReversed()
    .find((shade) => DARK_GROUND.contrast(new Color(shade), 'WCAG21') >= LEAST_CONTRAST)
  return legible ?? light
}

function collectFamilies(): Map<string, Family> {
  const families = new Map<string, Family>()
  for (const [name, shades] of Object.entries(colors)) {
    if (typeof shades === 'object' && /^[a-z]+$/.test(name)) {
      const numbered = Object.entries(shades).filter(
        (entry): entry is [string, string] =>
          /^\d{2,3}$/.test(entry[0]) && typeof entry[1] === 'string',
      )
      families.set(name, new Map(numbered.toSorted(([a], [b]) => Number(a) - Number(b))))
    }
  }
  const gray = families.get('gray')
  return gray ? families.set('grey', gray) : families
}
