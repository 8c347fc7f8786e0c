import { BOX_FONT, MARKER_FONT, MARKER_WIDTH_EM } from './marker-font.ts'

/** Generic families: which font they stand for depends on the machine. */
const GENERIC_RE =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|emoji|fangsong|system-ui|ui-.*|-apple-system|BlinkMacSystemFont)$/i

/** Characters that draw nothing by themselves. */
const INVISIBLE_RE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u

const MARKER = 'Lectern Marker'
const BOX = 'Lectern Box'
const SIZE_PX = 16
const MARKER_PX = MARKER_WIDTH_EM * SIZE_PX

/** Computed style that decides on a text's fonts. */
export type TextStyle = Pick<CSSStyleDeclaration, 'fontFamily' | 'fontStyle' | 'fontWeight'>

/** Characters of a text that no bundled font has, each once. */
export interface MissingCharacters {
  /** Families of the text that are bundled and load. */
  bundled: string[]
  /** Characters that are drawn with a font of the machine. */
  foreign: string[]
  /** Characters that are drawn as empty boxes, because no font of the machine has them either. */
  boxes: string[]
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
 * Finds the characters of a text that no bundled font has. Only whether the machine has a font for them differs
 * between machines.
 *
 * A font is bundled if the page has an `@font-face` rule for it and its file loads.
 */
export async function findMissingCharacters(
  text: string,
  style: TextStyle,
): Promise<MissingCharacters> {
  const families = listFamilies(style.fontFamily)
  const named = families.filter((family) => !isGeneric(family))
  const key = toFont(families, style)
  const known = covered.get(key) ?? new Set()
  covered.set(key, known)
  const fresh = new Set<string>()
  for (const { segment } of segmenter.segment(text)) {
    if (!known.has(segment) && !INVISIBLE_RE.test(segment)) {
      fresh.add(segment)
    }
  }
  if (fresh.size === 0) {
    return { bundled: named, foreign: [], boxes: [] }
  }
  const bundled = await listLoaded(named, [...fresh].join(''), style)
  const context = await getRuler()
  const isMarkedIn = (font: string) => (character: string) => {
    context.font = font
    return isMarked(context.measureText(character).width)
  }
  const missing = [...fresh].filter(isMarkedIn(toFont([...bundled, MARKER], style)))
  const boxes = missing.filter(isMarkedIn(toFont([BOX, ...families], style)))
  fresh.forEach((each) => known.add(each))
  missing.forEach((each) => known.delete(each))
  return { bundled, boxes, foreign: missing.filter((each) => !boxes.includes(each)) }
}

const segmenter = new Intl.Segmenter()

/** Characters known to be in the bundled fonts of a style, by its fonts. */
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
  await Promise.all([addFont(MARKER, MARKER_FONT), addFont(BOX, BOX_FONT)])
  const context = document.createElement('canvas').getContext('2d')
  if (!context) {
    throw new Error('This browser has no canvas, which is needed to measure texts.')
  }
  return context
}

async function addFont(family: string, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  document.fonts.add(await new FontFace(family, bytes).load())
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
  // A generic family in quotation marks would be the name of a font.
  const list = families.map((family) => (isGeneric(family) ? family : JSON.stringify(family)))
  return `${fontStyle} ${fontWeight} ${SIZE_PX}px ${list.join(', ')}`
}

/** Removes the quotation marks from the name of a family. */
export function unquote(family: string): string {
  return family.replaceAll(/^["']|["']$/g, '')
}
