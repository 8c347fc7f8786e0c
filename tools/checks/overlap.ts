import { andMore, quote } from './fault.ts'
import type { Fault } from './fault.ts'
import { closestDrawn, drawnAt, drawnElements, isWithin } from './page/drawn-tree.ts'
import { intersect, isShown, toBox } from './page/slide-view.ts'
import type { Box, SlideView, TextLine } from './page/slide-view.ts'

/** Less than this in common, in CSS px each way, is rounding. */
const LEAST_COMMON_PX = 2

/** From this opacity on a box hides what is under it. */
const OPAQUE = 0.5

/** Formulas, ruby and code editors put letters over each other on purpose. */
const COMPOSED = '.katex, mjx-container, ruby, .monaco-editor'

/**
 * Text that is covered by an image, a drawing or an opaque box, and text that runs into other text. Text
 * over a picture is no fault here: whether it can be read is a matter of contrast.
 */
export function inspectOverlap(view: SlideView): Fault[] {
  return withHitTests(() => [...findCovered(view), ...findCollisions(view)])
}

/** Something that can hide a text. */
interface Cover {
  element: Element
  name: string
  box: Box
}

function findCovered(view: SlideView): Fault[] {
  const covers = listCovers(view)
  const byCover = new Map<Cover, TextLine[]>()
  for (const line of view.lines) {
    const cover = covers.find((each) => covers.length > 0 && isCovering(each, line))
    if (cover) {
      byCover.set(cover, [...(byCover.get(cover) ?? []), line])
    }
  }
  return [...byCover].flatMap(([cover, lines]) => {
    const texts = [...new Set(lines.map(({ text }) => text))]
    const [first] = lines
    return first
      ? {
          place: { text: first.text, nth: first.nth },
          seen: `${quote(first.text)}${andMore(texts.length - 1)} ${texts.length > 1 ? 'are' : 'is'} covered by ${cover.name}`,
          expected: 'every text in sight',
          fix: 'Move or shrink what covers it, or place the two beside each other (`layout: two-cols`).',
        }
      : []
  })
}

function listCovers({ root, pictures }: SlideView): Cover[] {
  const shown = pictures
    .filter(({ element }) => element.localName !== 'svg')
    .map(({ element, name, drawn }) => ({ element, name, box: drawn }))
  const painted = [...drawnElements(root)]
    .filter((element) => isShape(element) || isOpaqueBox(element))
    .map((element) => ({
      element,
      name: element instanceof SVGElement ? 'a drawing' : describeBox(element),
      box: toBox(element.getBoundingClientRect()),
    }))
  return [...shown, ...painted]
}

function isShape(element: Element): boolean {
  return (
    element instanceof SVGGeometryElement &&
    element.localName !== 'line' &&
    isShown(element) &&
    !closestDrawn(element, '.rough-annotation, defs, marker, clipPath, mask') &&
    // A line crosses a text and leaves it legible; an area hides it.
    isOpaque(getComputedStyle(element).fill) &&
    Number(getComputedStyle(element).fillOpacity) >= OPAQUE
  )
}

function isOpaqueBox(element: Element): boolean {
  const { backgroundColor, opacity, display } = getComputedStyle(element)
  return (
    element instanceof HTMLElement &&
    display !== 'inline' &&
    isOpaque(backgroundColor) &&
    Number(opacity) >= OPAQUE &&
    isShown(element)
  )
}

function isOpaque(colour: string): boolean {
  const alpha = /[,/]\s*([\d.]+)\)$/.exec(colour)?.[1]
  return colour !== 'none' && (!/^rgba|\//.test(colour) || Number(alpha) >= OPAQUE)
}

function describeBox(element: Element): string {
  const text = element.textContent.trim()
  return text ? `the box around ${quote(text)}` : `an opaque <${element.localName}>`
}

function isCovering(cover: Cover, { element, ink }: TextLine): boolean {
  const common = intersect(cover.box, ink)
  if (
    !isLarge(common) ||
    isWithin(element, cover.element) ||
    sharesDrawing(element, cover.element)
  ) {
    return false
  }
  const at = drawnAt((common.left + common.right) / 2, (common.top + common.bottom) / 2)
  const coverAt = at.findIndex((each) => isWithin(each, cover.element))
  const textAt = at.findIndex((each) => isWithin(each, element))
  return coverAt !== -1 && (textAt === -1 || coverAt < textAt)
}

/** Within one drawing its author stacks shapes and labels. */
function sharesDrawing(one: Element, other: Element): boolean {
  const drawing = closestDrawn(other, 'svg')
  return drawing !== undefined && isWithin(one, drawing)
}

function findCollisions({ lines }: SlideView): Fault[] {
  const faults: Fault[] = []
  const told = new Set<string>()
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      const key = [one.text, one.nth, other.text, other.nth].join('\n')
      if (!told.has(key) && isColliding(one, other)) {
        told.add(key)
        faults.push({
          place: { text: other.text, nth: other.nth },
          seen: `${quote(other.text)} runs into ${quote(one.text)}`,
          expected: 'texts beside or below each other',
          fix: 'Move one of the two, or take the position or negative margin away that pulls them together.',
        })
      }
    }
  }
  return faults
}

function isColliding(one: TextLine, other: TextLine): boolean {
  const formula = closestDrawn(one.element, COMPOSED)
  const isComposed = formula !== undefined && isWithin(other.element, formula)
  const isSameText = one.text === other.text && one.nth === other.nth
  return !isComposed && !isSameText && isLarge(intersect(one.ink, other.ink))
}

function isLarge({ left, right, top, bottom }: Box): boolean {
  return right - left > LEAST_COMMON_PX && bottom - top > LEAST_COMMON_PX
}

/** Runs something while every element can be hit: `pointer-events: none` would hide it from the tests. */
function withHitTests<T>(run: () => T): T {
  const style = document.createElement('style')
  style.textContent = '*, *::before, *::after { pointer-events: auto !important; }'
  document.head.append(style)
  try {
    return run()
  } finally {
    style.remove()
  }
}
