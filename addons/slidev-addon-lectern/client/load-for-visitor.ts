import { configs } from '@slidev/client'
import type { Router } from 'vue-router'

/**
 * Loads what the deck needs only with some routers, in a frame, for a touch screen, for a keyboard, or with reduced
 * motion. Loads nothing where slides are prerendered, because their pages load the same scripts again.
 */
export async function loadForVisitor(router: Router): Promise<void> {
  if (window.lecternPrerenders) {
    return
  }
  const loading: Promise<void>[] = []
  if (parent !== window) {
    loading.push(import('./embed/framed.ts').then(({ behaveInFrame }) => behaveInFrame(router)))
  }
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    loading.push(import('./motion/reduce-motion.ts').then(({ reduceMotion }) => reduceMotion()))
  }
  if (matchMedia('(any-pointer: coarse)').matches) {
    void import('./touch/touch.ts').then(({ answerTouch }) => answerTouch())
  }
  if (configs.routerMode === 'hash') {
    loading.push(
      import('./fragment-links.ts').then(({ followFragments }) => followFragments(router)),
    )
  }
  addEventListener('keydown', loadFocusRing, true)
  const loaded = await Promise.allSettled(loading)
  for (const each of loaded) {
    if (each.status === 'rejected') {
      // The slides are shown without it.
      console.warn('[slidev-addon-lectern] A part of the deck was not loaded.', each.reason)
    }
  }
}

/** Loads the ring around the focus with the first key that moves it. */
function loadFocusRing({ key }: KeyboardEvent): void {
  if (key === 'Tab') {
    removeEventListener('keydown', loadFocusRing, true)
    void import('./focus/focus-ring.css')
  }
}
