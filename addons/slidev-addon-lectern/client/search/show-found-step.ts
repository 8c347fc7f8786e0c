import { nextTick } from 'vue'

import { useDeckRouter } from '../deck-router.ts'
import { isSlideDrawn } from '../drawn.ts'
import { findSlidev } from '../slidev-nav.ts'
import { openFoundTabs } from './open-found-tabs.ts'
import { countSeen } from './seen-terms.ts'

/** Longest wait until the slide is drawn, in ms; later, the visitor may have gone on. */
const DRAWING_LIMIT_MS = 3000

/** Greatest number of steps that are tried: Safari refuses to change the address more than 100 times in 10 s. */
const TRIED_STEPS = 30

/**
 * Goes back from the last step of the slide that is shown to the last one on which most of the terms are seen, and
 * opens the tabs of code that have them. The steps are tried before the browser paints, without a change of layout or
 * style.
 */
export async function showFoundStep(slide: number, terms: readonly string[]): Promise<void> {
  const element = terms.length > 0 ? await findDrawn(slide) : undefined
  if (!element) {
    return
  }
  const { clicksStart, clicksTotal: last } = findSlidev().nav
  let best = { step: last, count: countSeen(element, terms) }
  let step = last
  while (step > Math.max(clicksStart, last - TRIED_STEPS) && best.count < terms.length) {
    step -= 1
    await showStep(step)
    const count = countSeen(element, terms)
    best = count > best.count ? { step, count } : best
  }
  if (step !== best.step) {
    await showStep(best.step)
  }
  openFoundTabs(element, terms)
}

/** Finds the element of a slide once it is drawn; nothing where it is not in time, or another slide is shown. */
async function findDrawn(number: number): Promise<Element | undefined> {
  const until = performance.now() + DRAWING_LIMIT_MS
  const { nav } = findSlidev()
  while (performance.now() < until && nav.currentSlideNo === number) {
    await nextTick()
    const element = document.querySelector(`#slideshow [data-slidev-no="${number}"]`)
    if (element && isSlideDrawn(element, nav.slides[number - 1])) {
      return element
    }
    await new Promise(requestAnimationFrame)
  }
  return undefined
}

async function showStep(step: number): Promise<void> {
  const router = useDeckRouter()
  const { query } = router.currentRoute.value
  await router.replace({ query: { ...query, clicks: step === 0 ? undefined : String(step) } })
  await nextTick()
}
