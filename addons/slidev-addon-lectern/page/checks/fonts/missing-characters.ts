import { MARKER_FONT, MARKER_WIDTH_EM } from './marker-font.ts'

/** Generic families: which font they stand for depends on the machine. */
const GENERIC_RE =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|emoji|fangsong|system-ui|ui-.*|-apple-system|BlinkMacSystemFont)$/i

/** Characters that draw nothing by themselves. */
const INVISIBLE_RE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u

const MARKER = 'Lectern Marker'
const SIZE_PX = 16
const MARKER_PX = MARKER_WIDTH_EM * SIZE_PX

/** Computed style that decides on a text's fonts. */
export type TextStyle = Pick<CSSStyleDeclaration, 'fontFamily' | 'fontStyle' | 'fontWeight'>

/** Characters of a text that are drawn with a font of the machine. */
export interface MissingCharacters {
  /** Families of the text that are bundled and load. */
  bundled: string[]
  /** Characters that none of these has, each once. */
  characters: string[]
}

/** Lists the families of a `font-family` value in order, without quotation marks. */
export function listFamilies(fontFamily: string): string[] {
  return fontFamily.split(',').map((family) => unquote(family.trim()))
}

/** Tells whether a family is generic, such as `sans-serif`. */
export function isGeneric(family: string): boolean {
  return GENERIC_RE.test(family)
}

/**
 * Finds the characters of a text that no bundled font has. The result is the same on every machine.
 *
 * A font is bundled if the page has an `@font-face` rule for it and its file loads.
 */
export async function findMissingCharacters(
  text: string,
  style: TextStyle,
): Promise<MissingCharacters> {
  const named = listFamilies(style.fontFamily).filter((family) => !isGeneric(family))
  const key = toFont(named, style)
  const known = covered.get(key) ?? new Set()
  covered.set(key, known)
  const fresh = new Set<string>()
  for (const { segment } of segmenter.segment(text)) {
    if (!known.has(segment) && !INVISIBLE_RE.test(segment)) {
      fresh.add(segment)
    }
  }
  if (fresh.size === 0) {
    return { bundled: named, characters: [] }
  }
  const bundled = await listLoaded(named, [...fresh].join(''), style)
  const context = await getRuler()
  context.font = toFont([...bundled, MARKER], style)
  const characters = [...fresh].filter((each) => isMarked(context.measureText(each).width))
  fresh.forEach((each) => known.add(each))
  characters.forEach((each) => known.delete(each))
  return { bundled, characters }
}

const segmenter = new Intl.Segmenter()

/** Characters known to be in the fonts of a style, by its fonts. */
const covered = new Map<string, Set<string>>()

/** Tells whether a width is that of one or more glyphs of the marker font. */
function isMarked(widthPx: number): boolean {
  return widthPx >= MARKER_PX && Math.abs(widthPx % MARKER_PX) < 0.01
}

let ruler: Promise<CanvasRenderingContext2D> | undefined

async function getRuler(): Promise<CanvasRenderingContext2D> {
  ruler ??= createRuler()
  return ruler
}

async function createRuler(): Promise<CanvasRenderingContext2D> {
  const bytes = Uint8Array.from(atob(MARKER_FONT), (character) => character.charCodeAt(0))
  document.fonts.add(await new FontFace(MARKER, bytes).load())
  const context = document.createElement('canvas').getContext('2d')
  if (!context) {
    throw new Error('This browser has no canvas, which is needed to measure texts.')
  }
  return context
}

/** Lists the families whose font faces load, as far as a text needs them. */
async function listLoaded(
  families: readonly string[],
  text: string,
  style: TextStyle,
): Promise<string[]> {
  const names = new Set([...document.fonts].map(({ family }) => unquote(family).toLowerCase()))
  const loaded: string[] = []
  for (const family of families) {
    if (names.has(family.toLowerCase()) && (await loads(family, text, style))) {
      loaded.push(family)
    }
  }
  return loaded
}

async function loads(family: string, text: string, style: TextStyle): Promise<boolean> {
  return document.fonts.load(toFont([family], style), text).then(
    () => true,
    () => false,
  )
}

function toFont(families: readonly string[], { fontStyle, fontWeight }: TextStyle): string {
  const list = families.map((family) => JSON.stringify(family)).join(', ')
  return `${fontStyle} ${fontWeight} ${SIZE_PX}px ${list}`
}

function unquote(family: string): string {
  return family.replaceAll(/^["']|["']$/g, '')
}
