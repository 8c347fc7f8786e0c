import { useNav } from '@slidev/client'
import { showOverview } from '@slidev/client/state/index.ts'

import { goToSection } from '../reading/go-to-section.ts'
import type { FoundSlide } from './find-slides.ts'
import { showFoundStep } from './show-found-step.ts'

/** More steps than any slide has: Slidev then shows the last one. */
const ALL_STEPS = 99_999

/**
 * Shows a found slide with the last of its steps on which most of what was found is seen; in the article, its section.
 */
export async function goToSlide({ slide, terms }: FoundSlide): Promise<void> {
  if (document.querySelector('#lectern-read')) {
    await goToSection(slide)
    return
  }
  showOverview.value = false
  await useNav().go(slide, ALL_STEPS)
  await showFoundStep(slide, terms)
}
