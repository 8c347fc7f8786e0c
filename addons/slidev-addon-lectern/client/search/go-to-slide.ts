import { useNav } from '@slidev/client'
import { showOverview } from '@slidev/client/state/index.ts'

import { chooseView } from '../reading/chosen-view.ts'
import { goToSection } from '../reading/go-to-section.ts'
import type { FoundSlide } from './find-slides.ts'
import { countSeen } from './seen-terms.ts'
import { showFoundStep } from './show-found-step.ts'

/** More steps than any slide has: Slidev then shows the last one. */
const ALL_STEPS = 99_999

/**
 * Shows a found slide with the last of its steps on which most of what was found is seen; in the article, its section,
 * unless only an earlier step of the slide shows what was found.
 */
export async function goToSlide({ slide, terms }: FoundSlide): Promise<void> {
  const section = document.querySelector(`#lectern-read [data-slide="${slide}"]`)
  if (section && (terms.length === 0 || countSeen(section, terms) > 0)) {
    await goToSection(slide)
    return
  }
  if (section) {
    chooseView('slides')
  }
  showOverview.value = false
  await useNav().go(slide, ALL_STEPS)
  await showFoundStep(slide, terms)
}
