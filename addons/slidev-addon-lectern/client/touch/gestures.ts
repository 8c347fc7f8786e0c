/** Share of the window's width on each side in which a tap goes to another slide. */
const ZONE = 1 / 3

/** Time after a tap in which another one is the second of a double tap, in ms. */
const DOUBLE_TAP_MS = 300

/** Scale of the window from which it counts as zoomed; some browsers round. */
const ZOOMED_SCALE = 1.01

/** Selects elements that answer a finger themselves: the last one is Slidev's layer while it is drawn on. */
const ANSWERING = [
  'a[href]',
  'button',
  'input',
  'select',
  'textarea',
  'label',
  'summary',
  'details',
  'video',
  'audio',
  'iframe',
  'object',
  'embed',
  '[role="button"]',
  '[role="checkbox"]',
  '[role="dialog"]',
  '[role="link"]',
  '[role="menuitem"]',
  '[role="option"]',
  '[role="radio"]',
  '[role="slider"]',
  '[role="switch"]',
  '[role="tab"]',
  '[tabindex]:not([tabindex="-1"])',
  '[contenteditable]:not([contenteditable="false"])',
  '[draggable="true"]',
  'lectern-figure',
  '.touch-none',
].join()

/** Whether an element answers a finger itself, also by a script that shows so by the pointer. */
export function isAnswering(element: Element): boolean {
  return element.closest(ANSWERING) !== null || getComputedStyle(element).cursor === 'pointer'
}

/** Whether the visitor has zoomed the window, and moves within it. */
export function isZoomed(): boolean {
  return (visualViewport?.scale ?? 1) > ZOOMED_SCALE
}

/** Whether some text is selected, which a tap ends. */
export function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false
}

/** Returns the direction of a tap at a place of the window: -1 is back, 1 is on, 0 is none. */
export function directionOf(x: number, width: number): -1 | 0 | 1 {
  return x < width * ZONE ? -1 : x > width * (1 - ZONE) ? 1 : 0
}

/** Longest time between a finger's touch and its tap, in ms; after it, the browser selects or opens a menu. */
const LONGEST_TAP_MS = 500

/**
 * Creates a function that tells whether a touch is a tap of its own: short, and not the second one of a double tap.
 *
 * @returns A function of the times at which the finger came and went, in ms.
 */
export function createTapFilter(): (downMs: number, upMs: number) => boolean {
  let last = -Infinity
  return (downMs, upMs) => {
    const isFirst = downMs - last > DOUBLE_TAP_MS
    last = upMs
    return isFirst && upMs - downMs <= LONGEST_TAP_MS
  }
}
