import { inPx } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import { drawnParent } from '../../slide/drawn-tree.ts'
import type { SlideView } from '../../slide/slide-view.ts'

/** An image must have at least this share of its intended width. */
const LEAST_SHARE = 0.5

/** Share of a slide's height that an image can have: the rest is for title and margins. */
const MOST_HEIGHT_SHARE = 0.85

/**
 * Finds images squeezed to less than half of their intended width: the one the author set; otherwise the image's own,
 * limited by the text area and the slide.
 */
export function findSqueezedImages({ graphics, edge, scale }: SlideView): Observation[] {
  const roomPx = ((edge.bottom - edge.top) / scale) * MOST_HEIGHT_SHARE
  return graphics.flatMap(({ element, name, source, nth, drawn }) => {
    if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0 || !source) {
      return []
    }
    const intendedPx = intendedWidth(element, roomPx)
    const drawnPx = (drawn.right - drawn.left) / scale
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
  const highest = Math.min(readLength(styles.get('max-height'), undefined) ?? Infinity, roomPx)
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
