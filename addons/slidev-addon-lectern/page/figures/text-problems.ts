import { describeFontProblems } from '../checks/fonts.ts'
import type { FontProblems } from '../checks/fonts.ts'
import { quote } from '../observation.ts'
import { toBox } from '../slide/box.ts'
import type { Box } from '../slide/box.ts'
import { listClippers } from '../slide/clippers.ts'
import { listCovers } from '../slide/covers.ts'
import { drawnAt, drawnParent, isWithin } from '../slide/drawn-tree.ts'
import { readGraphics } from '../slide/graphics.ts'
import { withHitTests } from '../slide/hit-test.ts'
import { readLines } from '../slide/slide-view.ts'
import type { TextLine } from '../slide/slide-view.ts'
import { findFigure } from './figure.ts'

/** Least size of a figure's text in CSS px. */
export const LEAST_TEXT_PX = 10

/** Sizes in em have fractions. */
const TOLERANCE_PX = 0.05

/** Distance in CSS px that a text may reach beyond its box. */
const BEYOND_PX = 0.5

/** Places on a line of text that are looked at, as shares of its width. */
const PLACES = [0.05, 0.5, 0.95]

/** Problems of a figure's texts, one sentence each. */
export type FigureProblems = FontProblems

/** Finds texts of the figure that is shown which are cut, covered or too small, or in a font that is not bundled. */
export async function listFigureProblems(): Promise<FigureProblems> {
  const root = findFigure()
  const lines = readLines(root)
  const covers = new Set(
    listCovers({ root, graphics: readGraphics(root) }).map(({ element }) => element),
  )
  const problems = withHitTests(() => lines.flatMap((line) => describeLine(line, root, covers)))
  const { errors, warnings } = await describeFontProblems(root)
  return { errors: [...new Set([...problems, ...errors])], warnings: [...new Set(warnings)] }
}

function describeLine(line: TextLine, root: Element, covers: ReadonlySet<Element>): string[] {
  const name = quote(line.text)
  const sizePx = readSize(line.element)
  const size = `${Number(sizePx.toFixed(1))} px`
  const beyond = findBeyond(line, root)
  return [
    ...(beyond
      ? [`${name}, set in ${size}, does not fit its box or the figure: ${beyond}.`]
      : isCovered(line, covers)
        ? [`${name} is covered by something else.`]
        : []),
    ...(sizePx < LEAST_TEXT_PX - TOLERANCE_PX
      ? [`${name} is set in ${size}; ${LEAST_TEXT_PX} px is the least.`]
      : []),
  ]
}

/** Tells how far a text reaches beyond what holds it, such as `12 px at the left`; nothing where it fits. */
function findBeyond({ element, ink }: TextLine, root: Element): string | undefined {
  const beyond = listLimits(element, root).flatMap((limit) => [
    { side: 'left', px: limit.left - ink.left },
    { side: 'right', px: ink.right - limit.right },
    { side: 'top', px: limit.top - ink.top },
    { side: 'bottom', px: ink.bottom - limit.bottom },
  ])
  const [most] = beyond.toSorted((a, b) => b.px - a.px)
  return most && most.px > BEYOND_PX ? `${Math.ceil(most.px)} px at the ${most.side}` : undefined
}

/** Lists the boxes that a text has to be within: the figure, what cuts it off, and the box that is drawn around it. */
function listLimits(element: Element, root: Element): Box[] {
  const limits = [toBox(root.getBoundingClientRect())]
  limits.push(...listClippers(element, root).map(({ limit }) => limit))
  for (let at: Element | undefined = element; at && at !== root; at = drawnParent(at)) {
    if (at instanceof SVGSVGElement && getComputedStyle(at).overflow !== 'visible') {
      limits.push(toBox(at.getBoundingClientRect()))
    }
  }
  const box = findBox(element, root)
  return box ? [...limits, toBox(box.getBoundingClientRect())] : limits
}

/** Returns the nearest element with a border or background, unless the text has a place of its own on it. */
function findBox(element: Element, root: Element): Element | undefined {
  for (let at: Element | undefined = element; at && at !== root; at = drawnParent(at)) {
    const style = getComputedStyle(at)
    if (at instanceof HTMLElement && isPainted(style)) {
      return at
    }
    if (style.position === 'absolute' || style.position === 'fixed') {
      return undefined
    }
  }
  return undefined
}

/** Tells whether an element has a background, or a border on all sides: a rule above a row of a table is no box. */
function isPainted({
  backgroundColor,
  backgroundImage,
  borderStyle,
  borderWidth,
}: CSSStyleDeclaration): boolean {
  const isFilled = !backgroundColor.endsWith(', 0)') || backgroundImage !== 'none'
  return isFilled || !(/\bnone\b/.test(borderStyle) || /\b0px\b/.test(borderWidth))
}

/** Tells whether something that hides what is behind it is drawn over a text. */
function isCovered({ element, ink }: TextLine, covers: ReadonlySet<Element>): boolean {
  return PLACES.some((share) => {
    const x = ink.left + (ink.right - ink.left) * share
    const at = drawnAt(x, (ink.top + ink.bottom) / 2)
    const own = at.findIndex((each) => isWithin(each, element) || isWithin(element, each))
    return at.slice(0, Math.max(own, 0)).some((each) => covers.has(each))
  })
}

/** Returns the size of an element's text in CSS px; a drawing may scale its own. */
function readSize(element: Element): number {
  const { fontSize } = getComputedStyle(element)
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
  const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1
  return Number.parseFloat(fontSize) * scale
}
