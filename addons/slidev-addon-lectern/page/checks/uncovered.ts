import { MARKER_FONT, MARKER_WIDTH_EM } from '../slide/marker-font.ts'

/** Families that name a kind of font, or the system's own: which font that is depends on the machine. */
const GENERIC_RE =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|math|emoji|fangsong|system-ui|ui-.*|-apple-system|BlinkMacSystemFont)$/i

/** Characters that draw nothing by themselves. */
const INVISIBLE_RE = /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u

const MARKER = 'Deck Checks Marker'
const SIZE_PX = 16
const MARKER_PX = MARKER_WIDTH_EM * SIZE_PX

/** How a text is set, as CSS computes it. */
export type TextStyle = Pick<CSSStyleDeclaration, 'fontFamily' | 'fontStyle' | 'fontWeight'>

/** Characters of a text that are drawn with a font of the machine. */
export interface Uncovered {
  /** Families of the text that the deck brings along and that load; empty when there is none. */
  bundled: string[]
  /** The characters that none of these has, each once. */
  characters: string[]
}

/** The families of a declaration, in the order in which they are tried. */
export function listFamilies(fontFamily: string): string[] {
  return fontFamily.split(',').map((family) => unquote(family.trim()))
}

/** Whether a family is a kind of font instead of a certain one. */
export function isGeneric(family: string): boolean {
  return GENERIC_RE.test(family)
}

/**
 * Finds the characters that no bundled font has: those that come from whatever font the machine has, or are
 * empty boxes where it has none. The answer is the same on every machine.
 *
 * A font counts as bundled when an `@font-face` rule of the page brings it and its file loads.
 */
export async function findUncovered(text: string, style: TextStyle): Promise<Uncovered> {
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

/** Characters that the fonts of a style have, as far as they were measured. */
const covered = new Map<string, Set<string>>()

/** Whether a width is that of one or more glyphs of the marker font. */
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
    throw new Error('The browser draws no text on a canvas.')
  }
  return context
}

/** The families of a list that have a font face, all of which load that a text needs. */
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
