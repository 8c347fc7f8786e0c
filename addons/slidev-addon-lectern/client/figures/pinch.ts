import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

/** How many times larger than its window a figure can be pinched. */
const MOST = 8

/** Scale of what a scroll box shows, changed by two fingers. */
export interface Pinch {
  scale: Ref<number>
  /** Whether fingers are or have just been pinching, whose end is no tap. */
  isPinching: Ref<boolean>
}

/**
 * Lets two fingers scale what a scroll box shows; the point between them stays under them. One finger scrolls, by the
 * browser.
 *
 * @param least - Scale at which all fits the box.
 */
export function usePinch(box: Readonly<Ref<HTMLElement | null>>, least: Ref<number>): Pinch {
  const scale = ref(1)
  const isPinching = ref(false)
  const fingers = new Map<number, PointerEvent>()
  let begin: { distance: number; scale: number } | undefined

  const spread = (): { distance: number; x: number; y: number } | undefined => {
    const [one, other] = [...fingers.values()]
    return one && other
      ? {
          distance: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
          x: (one.clientX + other.clientX) / 2,
          y: (one.clientY + other.clientY) / 2,
        }
      : undefined
  }
  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') {
      isPinching.value = isPinching.value && fingers.size > 0
      fingers.set(event.pointerId, event)
      const now = spread()
      begin = now && { distance: now.distance, scale: scale.value }
    }
  }
  const onMove = (event: PointerEvent): void => {
    if (!fingers.has(event.pointerId)) {
      return
    }
    fingers.set(event.pointerId, event)
    const now = spread()
    if (now && begin && box.value) {
      isPinching.value = true
      const wanted = (begin.scale * now.distance) / begin.distance
      scaleAround(box.value, Math.min(Math.max(wanted, least.value), least.value * MOST), now)
    }
  }
  const onEnd = (event: PointerEvent): void => {
    fingers.delete(event.pointerId)
    begin = undefined
  }

  function scaleAround(
    scroller: HTMLElement,
    next: number,
    { x, y }: { x: number; y: number },
  ): void {
    const { left, top } = scroller.getBoundingClientRect()
    const ratio = next / scale.value
    const across = (scroller.scrollLeft + x - left) * ratio - (x - left)
    const down = (scroller.scrollTop + y - top) * ratio - (y - top)
    scale.value = next
    // By the next frame, the new size is in the document.
    requestAnimationFrame(() => scroller.scrollTo(across, down))
  }

  onMounted(() => {
    box.value?.addEventListener('pointerdown', onDown)
    // The browser ends a finger that it scrolls by.
    box.value?.addEventListener('pointermove', onMove)
    box.value?.addEventListener('pointerup', onEnd)
    box.value?.addEventListener('pointercancel', onEnd)
    box.value?.addEventListener('touchmove', preventTwo, { passive: false })
  })
  onBeforeUnmount(() => fingers.clear())

  return { scale, isPinching }
}

/** Leaves two fingers to the figure; one scrolls. */
function preventTwo(event: TouchEvent): void {
  if (event.touches.length > 1) {
    event.preventDefault()
  }
}
