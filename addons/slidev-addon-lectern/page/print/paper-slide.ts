/** A slide of a print view or handout; one of several where each click step has its own. */
export interface PaperSlide {
  /** Number of the slide. */
  slide: number
  root: HTMLElement
}

/** Lists the slides on the page, in their order. */
export function listPaperSlides(): PaperSlide[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map((root) => ({
    slide: Number.parseInt(root.id, 10),
    root,
  }))
}

/** A part of a slide is never printed smaller than this share of its size: nobody could read it. */
export const LEAST_SHARE = 0.4

/** Content reaches this many CSS px beyond its place without being cut off: layouts are rounded. */
const TOLERANCE_PX = 1

/** Returns the share of its width that lets an element's content fit in it, rounded down to whole percents; at most 1. */
export function shareToFit(contentPx: number, roomPx: number): number {
  return contentPx <= roomPx + TOLERANCE_PX ? 1 : Math.floor((roomPx / contentPx) * 100) / 100
}

/** Writes a share as whole percents. */
export function inPercent(share: number): string {
  return `${Math.round(share * 100)} %`
}
