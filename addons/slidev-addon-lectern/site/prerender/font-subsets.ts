import { readFileSync } from 'node:fs'

import subsetFont from 'subset-font'

import type { TextUse } from '../../client/prerendered/capture-slide.ts'
import { dropNames } from './drop-font-names.ts'
import { collectDemands } from './font-demands.ts'
import type { FontDemand } from './font-demands.ts'
import type { FontFace } from './font-faces.ts'
import { createShaper } from './used-font-features.ts'
import type { Shaper } from './used-font-features.ts'
import { toWoff2 } from './woff2.ts'

/** Leaves out the tables and the hinting that browsers do not use. */
const UNUSED = { dropTables: ['STAT', 'DSIG', 'gasp'], noHinting: true }

/** Returns the name of the family that holds a page's subset of another family. */
export function toPageFamily(family: string): string {
  return `${family} Page`
}

/**
 * Returns style rules that put the page's own fonts before the families they are subsets of.
 *
 * @param stacks - Families of each part of the slide, by its number in `data-lectern-font`.
 * @param families - Families that the page contains subsets of.
 */
export function toStackRules(
  stacks: readonly (readonly string[])[],
  families: ReadonlySet<string>,
): string {
  return stacks
    .map((stack, index) => {
      const names = stack.flatMap((name) =>
        families.has(name) ? [toPageFamily(name), name] : [name],
      )
      // `!important` beats the rules of the deck's own style sheets, which are loaded later.
      return `[data-lectern-font="${index}"]{font-family:${names.map(quote).join(',')}!important}`
    })
    .join('')
}

/** Quotes the name of a family where CSS requires it. */
function quote(family: string): string {
  return /^-?[a-z][\w-]*(?: [a-z][\w-]*)*$/i.test(family) ? family : JSON.stringify(family)
}

/** Fonts of a page. */
export interface PageFonts {
  /** Style rules that contain the fonts, for families named by {@link toPageFamily}. */
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
 * Creates a subsetter.
 *
 * @param faces - All fonts of the deck.
 * @param findFile - Returns the file of a font's address.
 */
export function createSubsetter(
  faces: readonly FontFace[],
  findFile: (url: string) => string | undefined,
): Subsetter {
  const instances = new Map<string, Promise<Instance>>()
  const subset = async ({ face, weight, characters, ...demand }: FontDemand): Promise<Buffer> => {
    const { font, shaper, subsets } = await remember(instances, `${face.url} ${weight}`, async () =>
      instantiate(readFileSync(findFile(face.url) ?? face.url), face, weight),
    )
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
  return {
    subset: async (uses) => {
      const demands = collectDemands(faces, uses)
      const fonts = await Promise.all(demands.map(subset))
      return {
        css: demands.map((demand, index) => toRule(demand, demands, fonts[index])).join(''),
        urls: [...new Set(demands.map(({ face }) => face.url))],
        families: new Set(demands.map(({ face }) => face.family)),
      }
    },
  }
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
  const isVariable = weights[0] !== weights[1]
  const font = await subsetFont(bytes, undefined, {
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

function toRule(demand: FontDemand, all: readonly FontDemand[], font: Buffer | undefined): string {
  const { face, weight, characters } = demand
  const isOneOfSeveral = all.some(
    (other) =>
      other !== demand &&
      other.face.family === face.family &&
      other.face.style === face.style &&
      other.weight === weight,
  )
  const descriptors = [
    `font-family:${quote(toPageFamily(face.family))}`,
    `font-weight:${weight}`,
    `font-style:${face.style}`,
    `src:url(data:font/woff2;base64,${font?.toString('base64') ?? ''})`,
    ...(isOneOfSeveral ? [`unicode-range:${toRanges(characters)}`] : []),
  ]
  return `@font-face{${descriptors.join(';')}}`
}

function toRanges(characters: ReadonlySet<string>): string {
  return [...characters]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(',')
}
