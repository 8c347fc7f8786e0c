import { andMore, inPx, SEVERITIES } from '../../observation.ts'
import type { Observation, Severity } from '../../observation.ts'
import type { Box } from '../../slide/box.ts'
import { listClippers, visiblePart } from '../../slide/clippers.ts'
import type { SlideView } from '../../slide/slide-view.ts'
import { countOthers, distanceBeyond, EDGES, isCutOff, isPartlyInside, textsOf } from './cut.ts'
import type { Edge } from './cut.ts'
import type { Item } from './items.ts'

/** An image that loses less than this share of its width or height is still understood. */
const MINOR_SHARE = 0.05

const FIXES: Readonly<Record<Edge, string>> = {
  left: 'Remove the offset that moves it there.',
  top: 'Remove the offset that moves it there, or shorten the slide.',
  right: 'Make it narrower, break the line, or remove the offset that moves it there.',
  bottom: "Shorten the slide, split it, or set `zoom: 0.9` in the slide's frontmatter.",
}

const IMAGE_FIX = 'Make the image smaller, such as with `class="h-80"` or `class="w-1/2"`.'

/** Finds content beyond an edge of the slide, all of one edge together. */
export function findBeyondEdges(view: SlideView, items: readonly Item[]): Observation[] {
  const visible = items.map((item) => ({
    ...item,
    box: visiblePart(item.box, listClippers(item.element, view.root)),
  }))
  return EDGES.flatMap((side) => {
    const beyond = visible
      .map((item) => ({ item, by: distanceBeyond(item.box, view.edge, side) }))
      .filter(({ item, by }) => !isEmpty(item.box) && isCutOff(by, item, view.edge, view.scale))
      .map((each) => ({ ...each, severity: rate(each.item, each.by, side, view.edge) }))
    const severity = SEVERITIES.find((one) => beyond.some((each) => each.severity === one))
    const worst = beyond.filter((each) => each.severity === severity)
    return worst.length > 0 ? describe(worst, side, view, severity) : []
  })
}

function isEmpty({ left, right, top, bottom }: Box): boolean {
  return right <= left || bottom <= top
}

/**
 * Rates what is lost. A text or an image is lost; a box is only cut, and so is an image that the author placed across
 * the edge. Nobody misses a twentieth of an image, or what the author left outside of the slide.
 */
function rate({ box, kind, isPositioned }: Item, by: number, side: Edge, edge: Box): Severity {
  const isAcross = side === 'left' || side === 'right'
  const size = isAcross ? box.right - box.left : box.bottom - box.top
  const isOutside = isPositioned && !isPartlyInside(box, edge)
  if (isOutside || (kind === 'graphic' && by < size * MINOR_SHARE)) {
    return 'hint'
  }
  return kind === 'box' || (kind === 'graphic' && isPositioned) ? 'warning' : 'error'
}

function describe(
  beyond: readonly { item: Item; by: number }[],
  side: Edge,
  { edge, scale }: SlideView,
  severity?: Severity,
): Observation[] {
  const [first] = beyond
  const isOutside = beyond.every(({ item }) => !isPartlyInside(item.box, edge))
  if (!first) {
    return []
  }
  const most = Math.max(...beyond.map(({ by }) => by)) / scale
  const others = countOthers(beyond.map(({ item }) => item))
  const size = `${inPx((edge.right - edge.left) / scale)} by ${inPx((edge.bottom - edge.top) / scale)}`
  return [
    {
      hint: first.item.hint,
      texts: textsOf(beyond.map(({ item }) => item)),
      seen:
        severity === 'hint' && isOutside
          ? `${first.item.name}${andMore(others)} ${others > 0 ? 'lie' : 'lies'} outside of the slide, beyond its ${side} edge`
          : `${first.item.name}${andMore(others)} ${others > 0 ? 'reach' : 'reaches'} ` +
            `up to ${inPx(most)} beyond the slide's ${side} edge`,
      expected: `everything within the slide's ${size}`,
      fix: adviseOn(first.item, side, severity === 'hint' && isOutside),
      kind: `beyond ${side}`,
      severity,
    },
  ]
}

function adviseOn({ kind, isPositioned }: Item, side: Edge, isLeftOutside: boolean): string {
  if (isLeftOutside) {
    return 'Move it onto the slide, or remove it.'
  }
  return kind === 'graphic' && !isPositioned && (side === 'right' || side === 'bottom')
    ? IMAGE_FIX
    : FIXES[side]
}
