import { configs } from '@slidev/client'
import type { Router } from 'vue-router'

import { READ } from '../../deck/reading-view.ts'
import { findPlace, findSectionIn, idOfSection, noteScroll } from './show-section.ts'

/** Quiet time after which a scroll has ended, in ms. */
const QUIET_MS = 150

/**
 * Writes the section that is read into the address, so that a copied link, a reload or "back" comes back to it.
 *
 * @returns A function that ends it.
 */
export function markPlace(router: Router): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const mark = (): void => {
    const { name, query } = router.currentRoute.value
    const slide = findPlace()
    if (
      name === READ &&
      configs.routerMode !== 'memory' &&
      slide !== findSectionIn(location.hash)
    ) {
      noteScroll(slide)
      const place = router.resolve({ name, query, hash: `#${idOfSection(slide)}` })
      // Not by the router, which would scroll. It comes back to the address that it finds in the state.
      history.replaceState({ ...history.state, current: place.fullPath }, '', place.href)
    }
  }
  const onScroll = (): void => {
    clearTimeout(timer)
    timer = setTimeout(mark, QUIET_MS)
  }
  addEventListener('scroll', onScroll, { passive: true })
  return () => {
    clearTimeout(timer)
    removeEventListener('scroll', onScroll)
  }
}
