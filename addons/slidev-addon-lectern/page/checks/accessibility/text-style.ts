import type { Rgb } from '../../../client/colors.ts'
import { isForeign } from '../../../client/parse-url.ts'
import { closestDrawn, drawnParent } from '../../slide/drawn-tree.ts'
import { alphaOf, opacityOf } from '../../slide/opacity.ts'
import { readMode, readThemes } from './code-themes.ts'
import type { CodeThemes } from './code-themes.ts'
import { toHex } from './contrast.ts'

/** Origin of a text's color; findings with the same one on several slides have one cause. */
export interface TextStyle {
  /** Name of the element and its classes, such as `p.small`. */
  kind: string
  /** Color without any opacity, such as `#000000`. */
  color?: string
  /** Of a text in highlighted code. */
  code?: { mode: 'light' | 'dark'; themes: CodeThemes }
  /** Of a text in a Mermaid diagram, whose theme sets its colors. */
  diagram?: { mode: 'light' | 'dark' }
  /** The element that makes the text transparent. */
  dimming?: { kind: string; isSubtitle: boolean; opacity: number }
}

/** Classes that change with each click. */
const STATE_RE = /^slidev-(?:vclick|code)|^v-|highlighted|honored/

/** Returns the name of an element and its classes. */
export function kindOf(element: Element | undefined): string {
  const classes = (element?.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
  return [
    element?.localName ?? '',
    ...classes.filter((name) => !STATE_RE.test(name)).toSorted(),
  ].join('.')
}

/** Selects highlighted code. */
export const CODE = '.shiki'

/** Selects what an addon of it writes between its lines in colors of its own. */
const BETWEEN_CODE = '.twoslash-popup-container, .twoslash-error-line, .twoslash-meta-line'

/** Selects what Mermaid draws. */
export const DIAGRAM = '.mermaid, svg[id^="mermaid"]'

/**
 * Returns the style of a text.
 *
 * @param color - The text's color without any opacity.
 */
export function readStyle(element: Element, color: Rgb | undefined): TextStyle {
  const isCode = closestDrawn(element, CODE) && !closestDrawn(element, BETWEEN_CODE)
  const mode = readMode()
  if (isCode) {
    return { kind: 'code', code: { mode, themes: readThemes(element) } }
  }
  if (closestDrawn(element, DIAGRAM)) {
    return { kind: 'diagram', diagram: { mode } }
  }
  const dimming = findDimming(element)
  return {
    kind: kindOf(element),
    ...(color ? { color: toHex(color) } : {}),
    ...(dimming ? { dimming: describeDimming(dimming) } : {}),
  }
}

function findDimming(element: Element): Element | undefined {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (Number(getComputedStyle(at).opacity) < 1) {
      return at
    }
  }
  return undefined
}

function describeDimming(element: Element): NonNullable<TextStyle['dimming']> {
  return {
    kind: kindOf(element),
    isSubtitle: element.matches('h1 + p'),
    opacity: Number(getComputedStyle(element).opacity),
  }
}

/** Selects what WCAG exempts, and what is not the author's: numbers of lines, and notices in the place of an output. */
const EXEMPT = [
  '[aria-hidden="true"], [role="presentation"], [role="none"], :disabled, [aria-disabled="true"]',
  '.shiki-magic-move-line-number, [data-waitfor=".slidev-runner-output"] > .opacity-50',
].join()

/** A text of at least this size and at most this opacity is a watermark. */
const WATERMARK = { sizePx: 48, opacity: 0.35 }

/** Matches filters that change colors. */
const FILTER_RE = /invert|brightness|contrast|grayscale|hue|sepia|saturate/

/**
 * Tells whether a text's contrast can be told from its color, and matters: it is neither decoration nor disabled, and
 * nothing blends, filters or animates its color.
 */
export function isJudged(element: Element, moving: ReadonlySet<Element>): boolean {
  const { color, fontSize, backgroundClip } = getComputedStyle(element)
  const opacity = opacityOf(element) * alphaOf(color)
  const isWatermark =
    Number.parseFloat(fontSize) >= WATERMARK.sizePx && opacity <= WATERMARK.opacity
  // An icon's font, or a separator; in code, signs carry meaning.
  const isSign =
    !/[\p{Letter}\p{Number}]/u.test(element.textContent) && !closestDrawn(element, CODE)
  return (
    !isWatermark &&
    !isSign &&
    !backgroundClip.includes('text') &&
    !closestDrawn(element, EXEMPT) &&
    !isBlended(element, moving)
  )
}

function isBlended(element: Element, moving: ReadonlySet<Element>): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    const { mixBlendMode, filter } = getComputedStyle(at)
    if (mixBlendMode !== 'normal' || FILTER_RE.test(filter) || moving.has(at)) {
      return true
    }
  }
  return false
}

/** Tells whether a text is on an image of another host, which is not loaded during an examination. */
export function isOnRemoteImage(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    const urls = getComputedStyle(at).backgroundImage.matchAll(/url\("?(https?:[^")]+)/g)
    if ([...urls].some(([, url = '']) => isForeign(url))) {
      return true
    }
  }
  return false
}
