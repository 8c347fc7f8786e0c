import { inPx } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { drawnParent } from '../slide/drawn-tree.ts'
import type { SlideView } from '../slide/slide-view.ts'

/** Below this share of its natural display size a figure cannot be read as it was meant. */
const LEAST_SHARE = 0.5

/** The most of a slide's height a figure has: the rest is the title's and the margins'. */
const MOST_HEIGHT_SHARE = 0.85

/**
 * Images squeezed below half their natural display size: the author's width or height; without one,
 * their own size as far as text area and slide allow.
 */
export function findSqueezed({ pictures, edge, scale }: SlideView): Observation[] {
  const roomPx = ((edge.bottom - edge.top) / scale) * MOST_HEIGHT_SHARE
  return pictures.flatMap(({ element, name, source, nth, drawn }) => {
    if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0 || !source) {
      return []
    }
    const naturalPx = naturalWidth(element, roomPx)
    const drawnPx = (drawn.right - drawn.left) / scale
    return drawnPx < naturalPx * LEAST_SHARE
      ? {
          place: { reference: source, nth },
          seen: `${name} is squeezed to ${inPx(drawnPx)} of width, where it would be ${inPx(naturalPx)} wide`,
          expected: 'at least half of the size a figure has when nothing presses it',
          severity: 'warning',
          fix: 'Shorten the text beside it, move it to a slide of its own, or give it the width it is meant to have.',
        }
      : []
  })
}

/** Width in CSS px that an image has when nothing presses it. */
function naturalWidth(image: HTMLImageElement, roomPx: number): number {
  const { naturalWidth: width, naturalHeight: height } = image
  const parentPx = contentWidth(drawnParent(image))
  const styles = image.computedStyleMap()
  const givenPx = readLength(styles.get('width'), parentPx)
  const givenHeightPx = readLength(styles.get('height'), undefined)
  const wantedPx =
    givenPx ??
    (givenHeightPx === undefined ? Math.min(width, parentPx) : (givenHeightPx * width) / height)
  const widest = readLength(styles.get('max-width'), undefined) ?? Infinity
  const highest = Math.min(readLength(styles.get('max-height'), undefined) ?? Infinity, roomPx)
  return Math.min(wantedPx, widest, (highest * width) / height)
}

/** A length in CSS px; `undefined` for `auto`, for a percentage of nothing, and for a calculation. */
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
