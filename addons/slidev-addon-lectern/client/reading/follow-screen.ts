import type { Router } from 'vue-router'

import { READ } from '../../deck/reading-view.ts'
import { opensReading, readChosenView, UPRIGHT } from './chosen-view.ts'
import { idOfSection, readPlace } from './show-section.ts'
import { findSlideNamed, routeOfSlide } from './slide-links.ts'

/**
 * Shows the talk as an article where the screen is narrow and upright, and as slides when it is turned, unless the
 * visitor chose one of them. An article that was opened on a wide screen stays.
 */
export function followScreen(router: Router): void {
  if (!router.hasRoute(READ)) {
    // A slide has that address.
    return
  }
  const screen = matchMedia(UPRIGHT)
  /** Whether the article was opened on another screen, where it was asked for. */
  let isAskedFor = false
  const read = (): void => {
    const { name, params, query } = router.currentRoute.value
    const slide = findSlideNamed(String(params['no'] || 1))
    const isSlide = name === 'play' && slide !== undefined && !/[?&]print/.test(location.href)
    if (isSlide && opensReading()) {
      void router.replace({ name: READ, query, hash: `#${idOfSection(slide)}` })
    }
  }
  const present = (): void => {
    const { name, query } = router.currentRoute.value
    // The keyboard of a phone makes an upright window wide.
    const isTyping = document.activeElement?.matches('input, textarea') ?? false
    if (
      name === READ &&
      !isAskedFor &&
      !screen.matches &&
      !isTyping &&
      readChosenView() !== 'reading'
    ) {
      void router.replace(routeOfSlide(readPlace(), query))
    }
  }
  screen.addEventListener('change', () => {
    read()
    present()
  })
  const noteWish = (): void => {
    const isReading = router.currentRoute.value.name === READ
    isAskedFor = isReading && (isAskedFor || !screen.matches)
  }
  router.afterEach(noteWish)
  const begin = async (): Promise<void> => {
    await router.isReady()
    noteWish()
    read()
  }
  void begin()
}
