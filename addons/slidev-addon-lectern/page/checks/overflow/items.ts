import type { SourceHint } from '../../../deck/source-lines.ts'
import { quote } from '../../observation.ts'
import { toBox } from '../../slide/box.ts'
import type { Box } from '../../slide/box.ts'
import { closestDrawn, drawnElements } from '../../slide/drawn-tree.ts'
import type { Graphic } from '../../slide/graphics.ts'
import { opacityOf } from '../../slide/opacity.ts'
import { isShown } from '../../slide/shown.ts'
import type { SlideView } from '../../slide/slide-view.ts'
import { isMoved, isPositioned } from './placement.ts'

/** Content of a slide that could be cut off. */
export interface Item {
  element: Element
  kind: 'text' | 'graphic' | 'box'
  /** How a message names it. */
  name: string
  hint: SourceHint
  box: Box
  /** Whether the author gave it a place of its own: with `position: absolute`, say. */
  isPositioned: boolean
  /** Whether it is moved from its place by a transform, as elements are that fly in. */
  isMoved: boolean
}

/** Selects what hides nothing if it is cut off: decoration, and what pops up over the text. */
const DECORATION =
  '[aria-hidden="true"], [role="presentation"], [role="none"], .v-popper__popper, .twoslash-popup-container'

/** A text with less opacity is decoration, such as a watermark. */
const LEGIBLE = 0.35

/** Lists everything on a slide that could be cut off: texts, images, and boxes with a border or background. */
export function listItems({ root, lines, graphics }: SlideView): Item[] {
  const texts = lines
    .filter(({ element }) => opacityOf(element) >= LEGIBLE)
    .map(({ element, text, nth, ink }) => ({
      element,
      kind: 'text' as const,
      name: quote(text),
      hint: { text, nth },
      box: ink,
    }))
  const images = graphics.map((graphic) => ({
    element: graphic.element,
    kind: 'graphic' as const,
    name: graphic.name,
    hint: hintOf(graphic),
    box: graphic.drawn,
  }))
  return [...texts, ...images, ...findPaintedBoxes(root)]
    .filter(({ element }) => !closestDrawn(element, DECORATION))
    .map((item) => ({
      ...item,
      isPositioned: isPositioned(item.element, root),
      isMoved: isMoved(item.element, root),
    }))
    .filter((item) => !isOrnament(item))
}

/** Tells whether an item is an ornament: positioned or moved, without a text, and without a name. */
function isOrnament({ kind, element, isPositioned: isOut, isMoved: isOff }: Item): boolean {
  const isNamed =
    kind === 'graphic'
      ? element.matches('iframe, video, object, embed, [alt]:not([alt=""]), [aria-label]')
      : kind === 'text'
  return (isOut || isOff) && !isNamed
}

function hintOf({ source, nth, element }: Graphic): SourceHint {
  return source ? { reference: source, nth } : { reference: `<${element.localName}`, nth }
}

/** Finds boxes that have a border or background of their own. */
function findPaintedBoxes(root: Element): Omit<Item, 'isPositioned' | 'isMoved'>[] {
  return [...drawnElements(root)]
    .filter((element) => element instanceof HTMLElement && isPainted(element))
    .map((element) => {
      const text = element.textContent.trim()
      const className = element.getAttribute('class')?.split(' ').at(-1) ?? ''
      return {
        element,
        kind: 'box',
        name: text ? `the box around ${quote(text)}` : `an empty <${element.localName}>`,
        hint: text ? { text } : { reference: className || `<${element.localName}` },
        box: toBox(element.getBoundingClientRect()),
      }
    })
}

function isPainted(element: HTMLElement): boolean {
  const { backgroundColor, backgroundImage, borderStyle, borderWidth, display } =
    getComputedStyle(element)
  const isFilled =
    !backgroundColor.endsWith(', 0)') ||
    backgroundImage !== 'none' ||
    (borderStyle !== 'none' && borderWidth !== '0px')
  return (
    isFilled &&
    display !== 'inline' &&
    element.offsetWidth > 0 &&
    element.offsetHeight > 0 &&
    !element.querySelector('.slidev-layout') &&
    !element.matches('.slidev-layout') &&
    isShown(element)
  )
}
