import { inspectRawMarkup } from '../colours.ts'
import type { Fault } from '../fault.ts'
/*
 * What runs in the page: one script, bundled by tools/checks/page-script.ts and put into every page that
 * is checked, where it is `window.deckChecks`.
 */
import type { CheckName } from '../finding.ts'
import { inspectFonts } from '../fonts.ts'
import { inspectImages } from '../images.ts'
import { inspectNumbers } from '../numbers.ts'
import { inspectOverflow } from '../overflow.ts'
import { inspectOverlap } from '../overlap.ts'
import { viewElement, viewSlide } from './slide-view.ts'
import { findSlidev } from './slidev-nav.ts'

export { describeUncovered, inspectPrintedFonts } from '../fonts.ts'
export { inspectWithAxe } from './axe.ts'
export { hideTexts, showTexts } from './hidden-texts.ts'
export { listLinks } from './links.ts'
export { findOwner } from './owner.ts'
export { settle } from './settle.ts'
export { findSlidev, readSlideSize } from './slidev-nav.ts'

/** The checks that look at a slide as it is drawn. */
export type DrawnCheck = Extract<
  CheckName,
  'overflow' | 'overlap' | 'images' | 'colours' | 'numbers' | 'fonts'
>

/** What of the slides in a print view is cut off. */
export function inspectPrintedSlides(): { slide: number; fault: Fault }[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].flatMap((root) => {
    const slide = Number.parseInt(root.id, 10)
    return inspectOverflow(viewElement(root, slide)).map((fault) => ({ slide, fault }))
  })
}

/** What the checks say of the slide that is shown. */
export async function inspectSlide(number: number): Promise<Record<DrawnCheck, Fault[]>> {
  const view = viewSlide(number)
  return {
    overflow: inspectOverflow(view),
    overlap: inspectOverlap(view),
    images: await inspectImages(view),
    colours: inspectRawMarkup(view),
    numbers: inspectNumbers(view, findSlidev().nav.total),
    fonts: await inspectFonts(view),
  }
}
