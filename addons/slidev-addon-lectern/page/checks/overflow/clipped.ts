import { andMore, inPx } from '../../observation.ts'
import type { Observation, Severity } from '../../observation.ts'
import { listClippers } from '../../slide/clippers.ts'
import type { Clipper } from '../../slide/clippers.ts'
import { isWithin } from '../../slide/drawn-tree.ts'
import type { SlideView } from '../../slide/slide-view.ts'
import { countOthers, distanceBeyond, EDGES, isCutOff, isPartlyInside, textsOf } from './cut.ts'
import type { Item } from './items.ts'

/** A box that cuts items off. */
interface Cut {
  clipper: Element
  items: { item: Item; by: number }[]
}

/** Finds content that a box on the slide cuts off, all of one box together. */
export function findClipped(view: SlideView, items: readonly Item[]): Observation[] {
  const cuts = new Map<Element, Cut>()
  // A box that is cut without its text loses only its margin.
  for (const item of items.filter(({ kind }) => kind !== 'box')) {
    const found = findClipper(view, item)
    if (found) {
      const cut = cuts.get(found.clipper) ?? { clipper: found.clipper, items: [] }
      cut.items.push({ item, by: found.by })
      cuts.set(found.clipper, cut)
    }
  }
  return [...cuts.values()]
    .filter((cut) => !isCrop(cut, view))
    .flatMap((cut) => describe(cut, view.scale))
}

/** Returns the innermost box that cuts an item off, and by how many px. */
function findClipper(
  { root, edge, scale }: SlideView,
  item: Item,
): { clipper: Element; by: number } | undefined {
  for (const { element, limit } of listClippers(item.element, root)) {
    const by = Math.max(...EDGES.map((side) => distanceBeyond(item.box, limit, side)))
    const isHiddenOnPurpose = item.isPositioned && !isPartlyInside(item.box, limit)
    if (
      isRoomy({ element, limit }, edge) &&
      !isHiddenOnPurpose &&
      isCutOff(by, item, limit, scale)
    ) {
      return { clipper: element, by }
    }
  }
  return undefined
}

/** Tells whether a box shows something, and clips within the slide and not only at its edges. */
function isRoomy({ limit }: Clipper, edge: SlideView['edge']): boolean {
  const isEmpty = limit.right <= limit.left || limit.bottom <= limit.top
  const isWholeSlide = EDGES.every((side) => distanceBeyond(limit, edge, side) >= -1)
  return !isEmpty && !isWholeSlide
}

/** Tells whether a box crops images: it cuts off nothing else, and either has no text or a place of its own for them. */
function isCrop({ clipper, items }: Cut, { lines }: SlideView): boolean {
  const hasText = lines.some(({ element }) => isWithin(element, clipper))
  return (
    !isScroller(clipper) &&
    items.every(
      ({ item }) =>
        item.kind === 'graphic' && (!hasText || item.isPositioned || item.isMoved || isCover(item)),
    )
  )
}

function isCover({ element }: Item): boolean {
  return ['cover', 'none'].includes(getComputedStyle(element).objectFit)
}

function isScroller(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflow)
}

/** Tells whether a box ends a text that is too long in three dots. */
function isEllipsis(element: Element): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element)
  return textOverflow !== 'clip' || webkitLineClamp !== 'none'
}

/** Words for the ways in which a box cuts off, and how bad each is. */
const WAYS = {
  // The presenter can scroll to the rest.
  scroll: {
    where: 'in a scroll container',
    severity: 'warning',
    expected: 'all of it in sight, because an audience cannot scroll',
  },
  // The author asked for three dots.
  ellipsis: {
    where: 'by three dots',
    severity: 'warning',
    expected: 'all of it in sight, or a text that is short enough',
  },
  hidden: {
    where: 'in a box that hides its overflow',
    severity: 'error',
    expected: 'all of it in sight, because nobody can see the rest',
  },
} as const satisfies Record<string, { where: string; severity: Severity; expected: string }>

function describe({ clipper, items }: Cut, scale: number): Observation[] {
  const [first] = items
  if (!first) {
    return []
  }
  const { where, severity, expected } =
    WAYS[isScroller(clipper) ? 'scroll' : isEllipsis(clipper) ? 'ellipsis' : 'hidden']
  const most = Math.max(...items.map(({ by }) => by)) / scale
  const others = countOthers(items.map(({ item }) => item))
  return [
    {
      hint: first.item.hint,
      texts: textsOf(items.map(({ item }) => item)),
      seen: `${first.item.name}${andMore(others)} ${others > 0 ? 'are' : 'is'} cut off by up to ${inPx(most)} ${where}`,
      expected,
      fix: `Shorten it, or make the box (${nameOf(clipper)}) larger.`,
      // At another click, a different number of them may be cut off.
      kind: `cut off from ${first.item.name} ${first.item.hint.nth ?? 0}`,
      severity: items.some(({ item }) => item.kind === 'text') ? severity : 'warning',
    },
  ]
}

function nameOf(element: Element): string {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).slice(0, 2)
  return `<${[element.localName, ...classes].join('.')}>`
}
