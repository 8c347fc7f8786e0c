import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

import subsetFont from 'subset-font'

import type { TextUse } from '../../client/prerendered/capture-view.ts'
import { dropNames } from './drop-font-names.ts'
import { collectDemands } from './font-demands.ts'
import type { FontDemand } from './font-demands.ts'
import type { FontFace } from './font-faces.ts'
import { toRule } from './font-rules.ts'
import type { FilledDemand } from './font-rules.ts'
import { forbidsSubsets, hasAxis } from './font-tables.ts'
import { createShaper } from './used-font-features.ts'
import type { Shaper } from './used-font-features.ts'
import { toSfnt, toWoff2 } from './woff2.ts'

/** Leaves out the tables and the hinting that browsers do not use. */
const UNUSED = { dropTables: ['STAT', 'DSIG', 'gasp'], noHinting: true }

/** Matches spaces, and characters that have no width. */
const BLANK_RE = /[\s\p{Cf}]/u

/** Fonts of a page. */
export interface PageFonts {
  /** Style rules that contain the fonts, for families named by `toPageFamily`. */
  css: string
  /** Addresses of the whole fonts. */
  urls: string[]
  /** Families of the whole fonts. */
  families: ReadonlySet<string>
}

/** Makes fonts with only the characters of a page, small enough to be part of the page. */
export interface Subsetter {
  subset: (uses: readonly TextUse[]) => Promise<PageFonts>
}

/**
 * Creates a subsetter. Families with a font that has no subsets are left to the deck's style sheets, which link the
 * whole fonts.
 *
 * @param faces - All fonts of the deck.
 * @param findFile - Returns the file of a font's address.
 * @param log - Gets one line for each font that has no subsets.
 */
export function createSubsetter(
  faces: readonly FontFace[],
  findFile: (url: string) => string | undefined,
  log: (line: string) => void,
): Subsetter {
  const whole = new Map<string, FontFace>()
  const isWhole = ({ family }: FontFace): boolean =>
    [...whole.values()].some((face) => face.family === family)
  const instances = new Map<string, Promise<Instance>>()
  const subset = async (demand: FontDemand): Promise<Buffer | undefined> => {
    const { face, weight, characters } = demand
    const { font, shaper, subsets } = await remember(instances, `${face.url} ${weight}`, async () =>
      instantiate(readFileSync(findFile(face.url) ?? face.url), face, weight),
    )
    // A style sheet may declare a font for characters that it does not draw; browsers refuse a font that draws nothing.
    if (![...characters].some((one) => shaper.draws(one) && !BLANK_RE.test(one))) {
      return undefined
    }
    const features = shaper.findUsedFeatures([...demand.texts], [...demand.features])
    const known = subsets.find((other) => serves(other, characters, features))
    if (known) {
      return known.woff2
    }
    const make = async (): Promise<Buffer> => {
      const options = { ...UNUSED, targetFormat: 'sfnt', keepFeatures: features } as const
      return toWoff2(dropNames(await subsetFont(font, [...characters].join(''), options)))
    }
    const woff2 = make()
    subsets.push({ characters, features, woff2 })
    return woff2
  }
  const trySubset = async (demand: FontDemand): Promise<FilledDemand | undefined> => {
    const { face } = demand
    try {
      const font = await subset(demand)
      return font && { ...demand, font }
    } catch (error) {
      if (!whole.has(face.url)) {
        whole.set(face.url, face)
        log(describeWhole(face, error))
      }
      return undefined
    }
  }
  return {
    subset: async (uses) => {
      const demands = collectDemands(faces, uses)
      const subsets = await Promise.all(demands.filter(({ face }) => !isWhole(face)).map(trySubset))
      const filled = subsets.filter((one) => one !== undefined).filter((one) => !isWhole(one.face))
      return {
        css: filled.map((one) => toRule(one, filled)).join(''),
        urls: [...new Set(demands.map(({ face }) => face.url))],
        families: new Set(filled.map(({ face }) => face.family)),
      }
    },
  }
}

function describeWhole({ url, family }: FontFace, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `${basename(url)} (${family}) is not made smaller for each page but linked as it is: ${reason}.`
}

/** A font file in one weight, which the subsets of all pages are made of. */
interface Instance {
  /** Uncompressed font. */
  font: Buffer
  shaper: Shaper
  /** Subsets that were made so far. */
  subsets: FontSubset[]
}

/** A subset of a font, made for a page. */
interface FontSubset {
  characters: ReadonlySet<string>
  /** Layout features in the subset. */
  features: readonly string[]
  woff2: Promise<Buffer>
}

/** Greatest number of unused characters for which reusing a subset costs less time than a smaller one saves. */
const SPARE_CHARACTERS = 4

/** Whether a subset that was made for one page also serves another. */
function serves(
  subset: FontSubset,
  characters: ReadonlySet<string>,
  features: readonly string[],
): boolean {
  return (
    subset.characters.size <= characters.size + SPARE_CHARACTERS &&
    subset.features.join() === features.join() &&
    [...characters].every((character) => subset.characters.has(character))
  )
}

async function instantiate(
  bytes: Buffer,
  { weights }: FontFace,
  weight: number,
): Promise<Instance> {
  const whole = await toSfnt(bytes)
  if (forbidsSubsets(whole)) {
    throw new Error('its license forbids subsets')
  }
  const isVariable = weights[0] !== weights[1] && hasAxis(whole, 'wght')
  const font = await subsetFont(whole, undefined, {
    keepAllGlyphs: true,
    targetFormat: 'sfnt',
    ...(isVariable ? { variationAxes: { wght: weight } } : {}),
  })
  return { font, shaper: createShaper(font), subsets: [] }
}

async function remember<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
