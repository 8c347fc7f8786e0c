import { useNav } from '@slidev/client'

import { createTapFilter, directionOf, isAnswering, isSelecting, isZoomed } from './gestures.ts'

import './touch.css'

/** Time of the touch that may become a tap to another slide, in ms. */
let touch: number | undefined
let fingers = 0
/** Whether the last finger is meant for something else than changing slides. */
let isForeign = false
/** Views of the slide that {@link hideForeign} watches. */
const watched = new WeakSet<Element>()
const isTap = createTapFilter()

/**
 * Lets a tap on the left or right of the slide go back or on, and keeps Slidev's swipe from gestures that are meant for
 * something else: a link, a figure, a selection, a zoomed window, two fingers. Leaves other views alone.
 */
export function answerTouch(): void {
  addEventListener('pointerdown', onDown, true)
  addEventListener('pointerup', onEnd, true)
  addEventListener('pointercancel', onEnd, true)
  addEventListener('click', onClick)
  visualViewport?.addEventListener('resize', () => {
    document.documentElement.toggleAttribute('data-lectern-zoomed', isZoomed())
  })
}

function onDown(event: PointerEvent): void {
  const { target, pointerType, timeStamp } = event
  if (!event.isTrusted) {
    // Its own one, below.
    return
  }
  touch = undefined
  isForeign = false
  if (pointerType === 'touch') {
    fingers = event.isPrimary ? 1 : fingers + 1
  }
  const container = target instanceof Element ? target.closest('#page-root #slide-container') : null
  if (pointerType !== 'touch' || !container || !(target instanceof Element)) {
    return
  }
  isForeign = fingers > 1 || isAnswering(target) || isSelecting() || isZoomed()
  const isBeside = target === container
  const isOnSlide = isBeside || target.closest('#slide-content') !== null
  if (isOnSlide && !isForeign && !document.querySelector('.z-context-menu')) {
    touch = timeStamp
  }
  hideForeign(container)
  if (isBeside) {
    // Slidev goes on as soon as a finger touches the room beside the slide, even one of two. Its swipe begins as before.
    event.stopImmediatePropagation()
    if (!isForeign) {
      container.parentElement?.dispatchEvent(new PointerEvent(event.type, event))
    }
  }
}

/** Hides foreign touches from the view around the slide, where Slidev listens; the slide itself gets them. */
function hideForeign(container: Element): void {
  if (!watched.has(container)) {
    watched.add(container)
    container.addEventListener('pointerdown', (event) => {
      if (isForeign) {
        event.stopPropagation()
      }
    })
  }
}

function onEnd({ type, pointerType }: PointerEvent): void {
  if (pointerType === 'touch') {
    fingers -= 1
    if (type === 'pointercancel') {
      // The browser scrolls or zooms.
      touch = undefined
    }
  }
}

function onClick({ detail, clientX, timeStamp, defaultPrevented }: MouseEvent): void {
  const began = touch
  touch = undefined
  // A key or a script that clicks counts no clicks.
  if (began === undefined || detail === 0 || defaultPrevented || isSelecting()) {
    return
  }
  const direction = directionOf(clientX, innerWidth)
  if (direction !== 0 && isTap(began, timeStamp)) {
    const { next, prev } = useNav()
    void (direction === 1 ? next() : prev())
  }
}
