import { useNav } from '@slidev/client'
import { showOverview } from '@slidev/client/state/index.ts'

import { goToSection } from '../reading/go-to-section.ts'

/** More steps than any slide has: Slidev then shows the last one. */
const ALL_STEPS = 99_999

/** Shows a slide with all its steps, any of which may have what was sought; in the article, its section. */
export async function goToSlide(slide: number): Promise<void> {
  if (document.querySelector('#lectern-read')) {
    await goToSection(slide)
    return
  }
  showOverview.value = false
  await useNav().go(slide, ALL_STEPS)
}
