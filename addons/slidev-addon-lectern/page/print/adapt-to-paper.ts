import type { Adaptation } from './adaptation.ts'
import { nameEarlierSteps } from './earlier-steps.ts'
import { openEditors } from './editors.ts'
import { withFigureImages } from './figure-images.ts'
import { finishMotion } from './final-motion.ts'
import { fitSlides } from './fit.ts'
import { placeMarks } from './marks.ts'
import { openScrollers } from './open-scrollers.ts'
import { openTabs } from './open-tabs.ts'
import { listPaperSlides } from './paper-slide.ts'
import { extendPlaySelectors } from './play-selectors.ts'
import { replaceMedia } from './replace-media.ts'
import { adaptWideCode } from './wide-code.ts'
import { shrinkWideParts } from './wide-parts.ts'

/** How slides are adapted. */
export interface PaperOptions {
  /** Whether a slide that is too full is printed smaller. */
  isFitted: boolean
  /** Whether each click step is printed, instead of the last one alone. */
  hasEveryClick: boolean
  /** Addresses on other hosts that did not answer. */
  unreachable: readonly string[]
}

/**
 * Changes the slides of a print view or handout so that nothing is lost on paper.
 *
 * @returns What was changed, once for all click steps of a slide.
 */
export async function adaptToPaper(options: PaperOptions): Promise<Adaptation[]> {
  return withFigureImages(async () => adapt(options))
}

async function adapt(options: PaperOptions): Promise<Adaptation[]> {
  const { isFitted, hasEveryClick, unreachable } = options
  const slides = listPaperSlides()
  for (const { root } of slides) {
    // Otherwise Chromium moves a box that ends beyond the slide's edge to the next page, which nothing shows. It breaks
    // even positioned and cut boxes between pages, but nothing in a box of a size of its own.
    root.style.contain = 'size'
  }
  extendPlaySelectors(document.styleSheets)
  await finishMotion()
  const adaptations: Adaptation[] = []
  for (const { slide, root } of slides) {
    const note = (found: readonly Omit<Adaptation, 'slide'>[]): void => {
      adaptations.push(...found.map((each) => ({ slide, ...each })))
    }
    note(hasEveryClick ? [] : nameEarlierSteps(root))
    note(openTabs(root, isFitted))
    note(await replaceMedia(root, new Set(unreachable)))
    note(openScrollers(root))
    note(await openEditors(root, isFitted))
    note(adaptWideCode(root, isFitted))
    note(isFitted ? shrinkWideParts(root) : [])
  }
  for (const note of document.querySelectorAll<HTMLElement>('[data-slide-place] .slidev-note')) {
    // Even if slides are not: Chromium would print all sheets smaller.
    shrinkWideParts(note)
  }
  adaptations.push(...(isFitted ? fitSlides(slides) : []))
  await placeMarks(slides)
  return adaptations.filter(
    ({ slide, message }, index) =>
      index === adaptations.findIndex((each) => each.slide === slide && each.message === message),
  )
}
