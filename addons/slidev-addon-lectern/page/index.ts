/*
 * What runs in the page: one script, bundled by tools/checks/page-script.ts and put into every page that
 * is checked, where it is `window.deckChecks`.
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
import { findSlidev } from './slidev-nav.ts'

export { describeUncovered, inspectPrintedFonts } from './checks/fonts.ts'
export { inspectWithAxe } from './checks/accessibility.ts'
export { hideTexts, showTexts } from './slide/hidden-texts.ts'
export { listLinks } from './checks/links.ts'
export { findOwner } from './slide/owner.ts'
export { settle } from './settle.ts'
export { findSlidev, readSlideSize } from './slidev-nav.ts'

/** The checks that look at a slide as it is drawn. */
export type DrawnCheck = Extract<
  CheckName,
  'overflow' | 'overlap' | 'images' | 'colors' | 'numbers' | 'fonts'
>

/** What of the slides in a print view is cut off. */
export function inspectPrintedSlides(): { slide: number; fault: Observation }[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].flatMap((root) => {
    const slide = Number.parseInt(root.id, 10)
    return inspectOverflow(viewElement(root, slide)).map((fault) => ({ slide, fault }))
  })
}

/** What the checks say of the slide that is shown. */
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
