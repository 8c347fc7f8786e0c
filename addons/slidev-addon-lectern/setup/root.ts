import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { watch } from 'vue'

import {
  createPreloadLimit,
  describeMissingFields,
  preloadSlides,
} from '../client/preload-slides.ts'

/** Shows a slide before anything else is done, then mounts its neighbors and has the next pictures ready. */
export default defineRootSetup(() => {
  const { slides, currentSlideNo, isPrintMode } = useNav()
  const limitPreload = createPreloadLimit(slides.value)
  // Before Slidev looks which slides it mounts.
  watch(currentSlideNo, (current) => limitPreload(current, 0), { immediate: true, flush: 'sync' })
  const missing = import.meta.env.DEV ? describeMissingFields(slides.value) : undefined
  if (missing !== undefined) {
    console.warn(missing)
  }
  watch(
    currentSlideNo,
    (current) => {
      const mountNeighbors = (): void => {
        if (current === currentSlideNo.value) {
          limitPreload(current, 1)
        }
      }
      // Nobody goes on from a slide that is printed or prerendered.
      if (!isPrintMode.value && !('deckPrerender' in window)) {
        const base = import.meta.env.BASE_URL
        requestAnimationFrame(() =>
          setTimeout(() => void preloadSlides(slides.value, current, base, mountNeighbors)),
        )
      }
    },
    { immediate: true, flush: 'post' },
  )
})
