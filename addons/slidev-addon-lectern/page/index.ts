import { findSlidev } from '../client/slidev-nav.ts'
/*
 * Functions that run in a page which Lectern inspects, prints or prerenders. `browser/page-script.ts` bundles them
 * into one script, which adds them to the page as `window.lecternPage`.
 */
import type { CheckName } from '../deck/check-names.ts'
import { inspectRawMarkup } from './checks/colors.ts'
import { inspectFonts } from './checks/fonts.ts'
import { inspectImages } from './checks/images.ts'
import { inspectNumbers } from './checks/numbers.ts'
import { inspectOverflow } from './checks/overflow.ts'
import { inspectOverlap } from './checks/overlap.ts'
import type { Observation } from './observation.ts'
import { viewElement, viewSlide } from './slide/slide-view.ts'

export { describeMissingCharacters, inspectPrintedFonts } from './checks/fonts.ts'
export { inspectWithAxe } from './checks/accessibility.ts'
export { hideTexts, showTexts } from './checks/accessibility/hidden-texts.ts'
export { listLinks } from './checks/links.ts'
export { findRequester } from './checks/network.ts'
export { listScripts, readView, showWhole, untilDrawn } from './prerender/deck-page.ts'
export { walkSlides } from './prerender/walk-slides.ts'
export { decodeImages, listUndrawn, loadImages } from './print/drawing.ts'
export { addressLinks, markDestinations } from './print/links.ts'
export { listImages, replaceImages, restoreImages } from './print/placeholders.ts'
export { findSlideShowing, measureSlides } from './print/slides.ts'
export { settle } from './settle.ts'
export { findSlidev, readSlideSize } from '../client/slidev-nav.ts'
export { removeWakeLock } from './wake-lock.ts'

/** The checks that look at a slide as it is drawn. */
export type DrawnCheck = Extract<
  CheckName,
  'overflow' | 'overlap' | 'images' | 'colors' | 'numbers' | 'fonts'
>

/** Returns what is cut off on the slides of a print view. */
export function inspectPrintedSlides(): { slide: number; observation: Observation }[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].flatMap((root) => {
    const slide = Number.parseInt(root.id, 10)
    return inspectOverflow(viewElement(root, slide)).map((observation) => ({ slide, observation }))
  })
}

/** Returns what the checks see on the slide that is shown. */
export async function inspectSlide(number: number): Promise<Record<DrawnCheck, Observation[]>> {
  const view = viewSlide(number)
  return {
    overflow: inspectOverflow(view),
    overlap: inspectOverlap(view),
    images: await inspectImages(view),
    colors: inspectRawMarkup(view),
    numbers: inspectNumbers(view, findSlidev().nav.total),
    fonts: await inspectFonts(view),
  }
}
