/*
 * Functions that run in a page which Lectern inspects, prints or prerenders. `browser/page-script.ts` bundles them
 * into one script, which adds them to the page as `window.lecternPage`.
 */
import { inspectOverflow } from './checks/overflow.ts'
import type { Observation } from './observation.ts'
import { viewElement } from './slide/slide-view.ts'

export { inspectPrintedFonts } from './checks/fonts.ts'
export { hideTexts, showTexts } from './checks/accessibility/hidden-texts.ts'
export { countFigureSteps, settleFigure } from './figures/figure.ts'
export { listFigureProblems } from './figures/text-problems.ts'
export { findRequester } from './checks/network.ts'
export { listScripts, readView, showWhole, untilDrawn } from './prerender/deck-page.ts'
export { walkSlides } from './prerender/walk-slides.ts'
export { adaptToPaper } from './print/adapt-to-paper.ts'
export { decodeImages, readDrawing } from './print/drawing.ts'
export { describeExported, listShapedImages } from './print/editable-slides.ts'
export { prepareTexts } from './print/editable-texts.ts'
export { addressLinks, markDestinations } from './print/links.ts'
export { listImages, replaceImages, restoreImages } from './print/placeholders.ts'
export { markForReaders } from './print/mark-for-readers.ts'
export { findSlideShowing, measureSlides } from './print/slides.ts'
export { findSlidev, readSlideSize } from '../client/slidev-nav.ts'
export { inspectSlide, visitStep } from './visit-step.ts'
export { captureArticle, readArticle } from './reading/capture-article.ts'
export { removeWakeLock } from './wake-lock.ts'

/** Returns what is cut off on the slides of a print view. */
export function inspectPrintedSlides(): { slide: number; observation: Observation }[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].flatMap((root) => {
    const slide = Number.parseInt(root.id, 10)
    return inspectOverflow(viewElement(root, slide)).map((observation) => ({ slide, observation }))
  })
}
