import { useNav } from '@slidev/client'
import { defineRootSetup } from '@slidev/types'
import { watch } from 'vue'

import { createPreloadLimit, lookAhead } from '../tools/look-ahead.ts'

/** Mounts the neighbours of the slide that is shown, and has the next pictures ready. */
export default defineRootSetup(() => {
  const { slides, currentSlideNo, isPrintMode } = useNav()
  const limitPreload = createPreloadLimit(slides.value)
  // Before Slidev looks which slides it mounts.
  watch(currentSlideNo, limitPreload, { immediate: true, flush: 'sync' })
  watch(
    currentSlideNo,
    (current) => {
      if (!isPrintMode.value) {
        const base = import.meta.env.BASE_URL
        requestAnimationFrame(() => setTimeout(() => void lookAhead(slides.value, current, base)))
      }
    },
    { immediate: true, flush: 'post' },
  )
})
