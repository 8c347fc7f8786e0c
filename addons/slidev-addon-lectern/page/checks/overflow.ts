import { andMore, inPx } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { intersect } from '../slide/box.ts'
import type { Box } from '../slide/box.ts'
import { closestDrawn, drawnParent } from '../slide/drawn-tree.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { listItems } from './overflow/items.ts'
import type { Item } from './overflow/items.ts'
import { findSqueezedImages } from './overflow/squeezed-images.ts'

/** Up to this many CSS px count as rounding of the layout. */
const TOLERANCE_PX = 1

/** Content of which nothing is inside, this far outside, in CSS px, is hidden on purpose, such as for screen readers. */
const PARKED_PX = 2000

/** Selects elements that cannot clip content of their own. */
const REPLACED = 'img, svg, iframe, video, canvas, object, embed'

const EDGES = ['left', 'top', 'right', 'bottom'] as const
type Edge = (typeof EDGES)[number]

/**
 * Finds content that is cut off, beyond an edge of the slide or by a box within it, and images squeezed to less than
 * half of their intended size.
 */
export function inspectOverflow(view: SlideView): Observation[] {
  const items = listItems(view)
  return [...findBeyondEdges(view, items), ...findClipped(view, items), ...findSqueezedImages(view)]
}

function findBeyondEdges(view: SlideView, items: readonly Item[]): Observation[] {
  const { edge } = view
  return EDGES.flatMap((side) => {
    const beyond = items
      .map((item) => {
        const visible = visibleBox(view, item)
        return { ...item, visible, by: distanceBeyond(visible, edge, side) }
      })
      .filter(({ by, visible }) => isCutOff(by, visible, edge))
    const [first] = beyond
    if (!first) {
      return []
    }
    const most = Math.max(...beyond.map(({ by }) => by))
    return {
      hint: first.hint,
      seen:
        `${first.name}${andMore(countOthers(beyond))} ${beyond.length > 1 ? 'reach' : 'reaches'} ` +
        `up to ${inPx(most)} beyond the slide's ${side} edge`,
      expected: `everything within the slide's ${inPx(edge.right - edge.left)} by ${inPx(edge.bottom - edge.top)}`,
      fix: FIXES[side],
      kind: `beyond ${side}`,
    }
  })
}

const FIXES: Readonly<Record<Edge, string>> = {
  left: 'Remove the offset that moves it there.',
  top: 'Remove the offset that moves it there, or shorten the slide.',
  right: 'Make it narrower, break the line, or remove the offset that moves it there.',
  bottom: "Shorten the slide, split it, or set `zoom: 0.9` in the slide's frontmatter.",
}

function countOthers(items: readonly Item[]): number {
  return new Set(items.map(({ name }) => name)).size - 1
}

function distanceBeyond(box: Box, edge: Box, side: Edge): number {
  return side === 'left' || side === 'top' ? edge[side] - box[side] : box[side] - edge[side]
}

function findClipped(view: SlideView, items: readonly Item[]): Observation[] {
  const byClipper = new Map<Element, { item: Item; by: number }[]>()
  for (const item of items) {
    const found = findClipper(view, item)
    if (found) {
      byClipper.set(found.clipper, [
        ...(byClipper.get(found.clipper) ?? []),
        { item, by: found.by },
      ])
    }
  }
  return [...byClipper].flatMap(([clipper, clipped]) => {
    const [first] = clipped
    const most = Math.max(...clipped.map(({ by }) => by))
    const others = countOthers(clipped.map(({ item }) => item))
    const isScroller = /auto|scroll/.test(getComputedStyle(clipper).overflow)
    return first
      ? {
          hint: first.item.hint,
          seen:
            `${first.item.name}${andMore(others)} ${others > 0 ? 'are' : 'is'} cut off by up to ${inPx(most)} ` +
            `in ${isScroller ? 'a scroll container' : 'a box that hides its overflow'}`,
          expected: 'all of it in sight: neither an audience nor a PDF can scroll',
          fix: `Shorten it, or make the box (${describe(clipper)}) larger.`,
        }
      : []
  })
}

/** Returns the innermost box that cuts an item off, and by how many CSS px. */
function findClipper(
  view: SlideView,
  { element, box }: Item,
): { clipper: Element; by: number } | undefined {
  for (const { clipper, limit } of listClippers(view, element)) {
    const by = Math.max(...EDGES.map((side) => distanceBeyond(box, limit, side)))
    if (isCutOff(by, box, limit)) {
      return { clipper, by }
    }
  }
  return undefined
}

/** Whether content that reaches beyond a limit is cut off, and not parked outside of it. */
function isCutOff(by: number, box: Box, limit: Box): boolean {
  const { left, right, top, bottom } = intersect(box, limit)
  const isPartlyInside = left < right && top < bottom
  return by > TOLERANCE_PX && (by < PARKED_PX || isPartlyInside)
}

/** Returns the part of an item that the boxes around it leave visible. */
function visibleBox(view: SlideView, { element, box }: Item): Box {
  return listClippers(view, element).reduce((rest, { limit }) => intersect(rest, limit), box)
}

/** Lists the boxes around an element that clip their content, the innermost first. */
function listClippers(
  { root, edge }: SlideView,
  element: Element,
): { clipper: Element; limit: Box }[] {
  const clippers: { clipper: Element; limit: Box }[] = []
  const start = element.matches(REPLACED) ? drawnParent(element) : element
  for (let at = start; at && at !== root; at = drawnParent(at)) {
    const limit = clipBox(at)
    const isEmpty = limit.right <= limit.left || limit.bottom <= limit.top
    if (!isEmpty && !isWholeSlide(limit, edge) && !closestDrawn(at, 'svg')) {
      clippers.push({ clipper: at, limit })
    }
  }
  return clippers
}

/** Returns an element's box within its borders, infinite in directions in which it does not clip. */
function clipBox(element: Element): Box {
  const { overflowX, overflowY } = getComputedStyle(element)
  const box = element.getBoundingClientRect()
  const left = box.left + element.clientLeft
  const top = box.top + element.clientTop
  const isOpenAcross = overflowX === 'visible'
  const isOpenDown = overflowY === 'visible'
  return {
    left: isOpenAcross ? -Infinity : left,
    right: isOpenAcross ? Infinity : left + element.clientWidth,
    top: isOpenDown ? -Infinity : top,
    bottom: isOpenDown ? Infinity : top + element.clientHeight,
  }
}

/** Tells whether a box clips only at the slide's edges. */
function isWholeSlide(box: Box, edge: Box): boolean {
  return EDGES.every((side) => distanceBeyond(box, edge, side) >= -TOLERANCE_PX)
}

function describe(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).slice(0, 2)
  return `<${[element.localName, ...classes].join('.')}>`
}
