import type { Router } from 'vue-router'

import { changeScrolls } from '../motion/change-scrolls.ts'

/** Keys by which a browser scrolls, and Slidev changes slides. */
const SCROLL_KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  ' ',
])

/** Makes the deck a quiet part of the page around its frame, which keeps its place, its history and its screen. */
export function behaveInFrame(router: Router): void {
  // The browser's "back" leaves the page around the frame, not the slide.
  router.push = async (to) => router.replace(to)
  // Keeps scrolls of a slide within it, otherwise they would scroll the page around it.
  changeScrolls(['scrollIntoView'], { container: 'nearest' })
  // Nobody who reads a page wants its screen to stay on, and most frames may not ask for it.
  Reflect.deleteProperty(Navigator.prototype, 'wakeLock')
  addEventListener('keydown', keepScroll)
}

/** Keeps a key that changes slides from scrolling the page around the frame as well. */
function keepScroll(event: KeyboardEvent): void {
  const isFree = document.activeElement === document.body && !event.ctrlKey && !event.metaKey
  const hasSlides = document.querySelector('#slide-container') !== null
  if (hasSlides && isFree && !event.altKey && SCROLL_KEYS.has(event.key)) {
    event.preventDefault()
  }
}
