import { inPx } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import { drawnParent } from '../../slide/drawn-tree.ts'
import type { SlideView } from '../../slide/slide-view.ts'

/** An image must have at least this share of its intended width. */
const LEAST_SHARE = 0.5

/** Share of a slide's height that an image can have: the rest is for title and margins. */
const MOST_HEIGHT_SHARE = 0.85

/** An image that fills at least this share of a box is limited by the box. */
const FILLED_SHARE = 0.8

/**
 * Finds images that what is beside them squeezes to less than half of their intended width: the one the author set;
 * otherwise the image's own, limited by the text area and the slide. An image that fills a box of the author's size is
 * as small as the author wants it.
 */
export function findSqueezedImages({ root, graphics, edge, scale }: SlideView): Observation[] {
  const roomPx = ((edge.bottom - edge.top) / scale) * MOST_HEIGHT_SHARE
  return graphics.flatMap(({ element, name, source, nth, drawn }) => {
    if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0 || !source) {
      return []
    }
    const drawnPx = (drawn.right - drawn.left) / scale
    const isAsSmallAsSet = hasShare(element) || fillsBox(element, root)
    const intendedPx = isAsSmallAsSet ? 0 : intendedWidth(element, roomPx)
    return drawnPx < intendedPx * LEAST_SHARE
      ? {
          hint: { reference: source, nth },
          seen: `${name} is squeezed to a width of ${inPx(drawnPx)} instead of ${inPx(intendedPx)}`,
          expected: 'at least half of its intended width',
          severity: 'warning',
          fix: 'Shorten the text beside it, move it to a slide of its own, or set the width you want.',
        }
      : []
  })
}

/** Tells whether an image has a width or height that is a share of what is around it, other than all of it. */
function hasShare(element: Element): boolean {
  const styles = element.computedStyleMap()
  return ['width', 'height', 'max-width', 'max-height'].some((name) => {
    const value = styles.get(name)
    return value instanceof CSSUnitValue && value.unit === 'percent' && value.value < 100
  })
}

/** Tells whether an image fills a box whose size the author set, or a cell of a grid. */
function fillsBox(image: Element, root: Element): boolean {
  const { width, height } = image.getBoundingClientRect()
  let at = drawnParent(image)
  while (at && at !== root && !at.matches('.slidev-layout')) {
    const box = at.getBoundingClientRect()
    const isFilled = width >= box.width * FILLED_SHARE || height >= box.height * FILLED_SHARE
    if (isFilled && isSized(at)) {
      return true
    }
    at = drawnParent(at)
  }
  return false
}

function isSized(element: Element): boolean {
  const styles = element.computedStyleMap()
  const parent = drawnParent(element)
  return (
    hasShare(element) ||
    (parent !== undefined && getComputedStyle(parent).display.includes('grid')) ||
    ['width', 'height', 'max-width', 'max-height'].some(
      (name) => readLength(styles.get(name), undefined) !== undefined,
    )
  )
}

/** Returns the width in CSS px that an image has if nothing squeezes it. */
function intendedWidth(image: HTMLImageElement, roomPx: number): number {
  const { naturalWidth: width, naturalHeight: height } = image
  const parentPx = contentWidth(drawnParent(image))
  const styles = image.computedStyleMap()
  const givenPx = readLength(styles.get('width'), parentPx)
  const givenHeightPx = readLength(styles.get('height'), undefined)
  const wantedPx =
    givenPx ??
    (givenHeightPx === undefined ? Math.min(width, parentPx) : (givenHeightPx * width) / height)
  const widest = readLength(styles.get('max-width'), undefined) ?? Infinity
  const highest = Math.min(
    givenHeightPx ?? Infinity,
    readLength(styles.get('max-height'), undefined) ?? Infinity,
    roomPx,
  )
  return Math.min(wantedPx, widest, (highest * width) / height)
}

/** Returns a length in CSS px; `undefined` for `auto`, for a percentage without a whole, and for a calculation. */
function readLength(
  value: CSSStyleValue | undefined,
  wholePx: number | undefined,
): number | undefined {
  if (!(value instanceof CSSUnitValue)) {
    return undefined
  }
  if (value.unit === 'px') {
    return value.value
  }
  return value.unit === 'percent' && wholePx !== undefined
    ? (value.value * wholePx) / 100
    : undefined
}

function contentWidth(element: Element | undefined): number {
  if (!element) {
    return Infinity
  }
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  return element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
}
