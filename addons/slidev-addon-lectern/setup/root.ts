import { useNav } from '@slidev/client'
import type { RootSetup } from '@slidev/types'
import { watch } from 'vue'

import { createPreloadLimit, preloadSlides } from '../client/preload-slides.ts'
import { isTested, VERSION_PROPERTY } from '../deck/tested-slidev.ts'

declare global {
  interface Window {
    /** Set where slides are prerendered: nobody goes on from them, so nothing is preloaded. */
    lecternPrerenders?: true
  }
}

/** Shows each slide first, then mounts its neighbors and preloads the images of the next slides. */
const setup: RootSetup = () => {
  const version = document.querySelector<HTMLMetaElement>(`meta[property="${VERSION_PROPERTY}"]`)
  // An untested Slidev mounts and loads its slides by itself.
  if (isTested(version?.content)) {
    preload()
  }
}

export default setup

function preload(): void {
  const { slides, currentSlideNo, isPrintMode } = useNav()
  const limitPreload = createPreloadLimit(slides.value)
  // `sync`: before Slidev chooses the slides to mount.
  watch(currentSlideNo, (current) => limitPreload(current, 0), { immediate: true, flush: 'sync' })
  watch(
    currentSlideNo,
    (current) => {
      const mountNeighbors = (): void => {
        if (current === currentSlideNo.value) {
          limitPreload(current, 1)
        }
      }
      if (!isPrintMode.value && !window.lecternPrerenders) {
        const base = import.meta.env.BASE_URL
        requestAnimationFrame(() =>
          setTimeout(() => void preloadSlides(slides.value, current, base, mountNeighbors)),
        )
      }
    },
    { immediate: true, flush: 'post' },
  )
}
