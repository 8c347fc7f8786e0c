import { readFileSync } from 'node:fs'

import subsetFont from 'subset-font'

import { covers } from './font-faces.ts'
import type { FontFace } from './font-faces.ts'
import { dropNames } from './nameless-font.ts'
import { createShaper } from './shaper.ts'
import type { Shaper } from './shaper.ts'
import { toWoff2 } from './woff2.ts'

/** Text of a page that is set in one way. */
export interface TextUse {
  /** Families in the order they are tried. */
  families: readonly string[]
  weight: number
  style: string
  /** Layout features beside the usual ones, such as `tnum`. */
  features: readonly string[]
  /** Pieces that are each set as a whole. */
  texts: readonly string[]
}

/** What drawing does not read. */
const UNREAD = { dropTables: ['STAT', 'DSIG', 'gasp'], noHinting: true }

/** Name of the family that holds a page's own characters of another one. */
export function toPageFamily(family: string): string {
  return `${family} Page`
}

/**
 * Sets the parts of a slide in the page's own typefaces, which come before those they are parts of.
 *
 * @param stacks - Families of each part, by its number in `data-deck-font`.
 * @param families - Those that the page brings.
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
      // Beats the rules of the deck's own style, which come later.
      return `[data-deck-font="${index}"]{font-family:${names.map(quote).join(',')}!important}`
    })
    .join('')
}

/** A family's name as CSS needs it. */
function quote(family: string): string {
  return /^-?[a-z][\w-]*(?: [a-z][\w-]*)*$/i.test(family) ? family : JSON.stringify(family)
}

/** The characters that a page needs of one file in one weight. */
interface Demand {
  face: FontFace
  weight: number
  characters: Set<string>
  texts: Set<string>
  features: Set<string>
}

/** The typefaces of a page. */
export interface PageFonts {
  /** Style rules with the typefaces in them, for families as {@link toPageFamily} names them. */
  css: string
  /** Addresses of the whole typefaces. */
  urls: string[]
  /** Their families. */
  families: ReadonlySet<string>
}

/** Makes typefaces of the characters a page shows, small enough to stand in the page. */
export interface Subsetter {
  subset: (uses: readonly TextUse[]) => Promise<PageFonts>
}

/**
 * @param faces - All typefaces of the deck.
 * @param toPath - File of a face's address.
 */
export function createSubsetter(
  faces: readonly FontFace[],
  toPath: (url: string) => string,
): Subsetter {
  const instances = new Map<string, Promise<Instance>>()
  const subset = async ({ face, weight, characters, ...demand }: Demand): Promise<Buffer> => {
    const { font, shaper, made } = await remember(instances, `${face.url} ${weight}`, async () =>
      instantiate(readFileSync(toPath(face.url)), face, weight),
    )
    const features = shaper.findUsedFeatures([...demand.texts], [...demand.features])
    const known = made.find((other) => serves(other, characters, features))
    if (known) {
      return known.woff2
    }
    const make = async (): Promise<Buffer> => {
      const options = { ...UNREAD, targetFormat: 'sfnt', keepFeatures: features } as const
      const part = await subsetFont(font, [...characters].join(''), options)
      return toWoff2(dropNames(part))
    }
    const woff2 = make()
    made.push({ characters, features, woff2 })
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

/** A face in one weight: what every page's part of it is taken from. */
interface Instance {
  /** Uncompressed. */
  font: Buffer
  shaper: Shaper
  /** The parts that were made so far. */
  made: MadePart[]
}

/** A part of a face, made for a page. */
interface MadePart {
  characters: ReadonlySet<string>
  /** Layout features that are in it. */
  features: readonly string[]
  woff2: Promise<Buffer>
}

/** So many characters too many are less than it takes to make a part anew. */
const SPARE_CHARACTERS = 4

/** Whether a part that was made for a page does for another as well. */
function serves(
  part: MadePart,
  characters: ReadonlySet<string>,
  features: readonly string[],
): boolean {
  return (
    part.characters.size <= characters.size + SPARE_CHARACTERS &&
    part.features.join() === features.join() &&
    [...characters].every((character) => part.characters.has(character))
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
  return { font, shaper: createShaper(font), made: [] }
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

function collectDemands(faces: readonly FontFace[], uses: readonly TextUse[]): Demand[] {
  const demands = new Map<string, Demand>()
  for (const use of uses) {
    for (const character of new Set(use.texts.join(''))) {
      const face = findFace(faces, use, character)
      if (face) {
        const [least, greatest] = face.weights
        const weight = Math.min(Math.max(use.weight, least), greatest)
        const key = `${face.url} ${face.style} ${weight}`
        const demand: Demand = demands.get(key) ?? {
          face,
          weight,
          characters: new Set(),
          texts: new Set(),
          features: new Set(),
        }
        demand.characters.add(character)
        use.texts.forEach((text) => demand.texts.add(text))
        use.features.forEach((feature) => demand.features.add(feature))
        demands.set(key, demand)
      }
    }
  }
  return [...demands.values()]
}

/** The face a browser takes for a character, if it is one of the deck's. */
function findFace(
  faces: readonly FontFace[],
  { families, weight, style }: TextUse,
  character: string,
): FontFace | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  for (const family of families) {
    const fitting = faces
      .filter((face) => face.family === family && covers(face, codePoint))
      .toSorted((a, b) => distance(a, weight, style) - distance(b, weight, style))
    if (fitting[0]) {
      return fitting[0]
    }
  }
  return undefined
}

/** How far a face is from what is asked for: another style is further than any weight. */
function distance(
  { weights: [least, greatest], style: own }: FontFace,
  weight: number,
  style: string,
): number {
  const isOtherStyle = (own === 'normal') !== (style === 'normal')
  return Math.max(least - weight, weight - greatest, 0) + (isOtherStyle ? 10_000 : 0)
}

function toRule(demand: Demand, all: readonly Demand[], font: Buffer | undefined): string {
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
