import { onBeforeUnmount, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'

import { centerOf } from './center-of.ts'
import { MARK } from './datum.ts'

/** Directions of the arrow keys. */
const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** How much farther a mark seems for each px it lies to the side of an arrow key's direction. */
const SIDE_WEIGHT = 3

/** Asks the marks of a figure for their values, by pointer and by keyboard. */
export interface Ask {
  /** The mark that is asked, if there is one. */
  asked: Readonly<ShallowRef<Element | undefined>>
  /** Asks the mark at a target of a pointer's event; none where there is no mark. */
  ask: (target: EventTarget | null) => void
  /** Goes to the first mark, or by an arrow key from one mark to the next; Escape leaves the marks. */
  askNext: (event?: KeyboardEvent) => void
  /** Asks no mark any more, unless the keyboard is in one. */
  leave: () => void
  /** Ends what the keyboard began when the focus is no longer in a mark. */
  stopAsking: (event: FocusEvent) => void
}

/** Creates the state of asking for one figure. */
export function useAsk(card: Readonly<Ref<HTMLElement | null>>): Ask {
  const asked = shallowRef<Element>()

  const set = (mark: Element | undefined): void => {
    if (mark !== asked.value) {
      asked.value?.removeAttribute('data-asked')
      mark?.setAttribute('data-asked', '')
      asked.value = mark
    }
  }
  const focused = (): Element | undefined => {
    const active = document.activeElement
    return active?.matches(MARK) && card.value?.contains(active) ? active : undefined
  }
  const focus = (mark: Element): void => {
    // Focusable only now: otherwise a click would give a mark the arrow keys that change slides.
    mark.setAttribute('tabindex', '-1')
    if (mark instanceof HTMLElement || mark instanceof SVGElement) {
      mark.focus({ preventScroll: true })
    }
    set(mark)
  }

  onBeforeUnmount(() => set(undefined))

  return {
    asked,
    ask: (target) => {
      const mark = target instanceof Element ? target.closest(MARK) : null
      set(mark ?? focused())
    },
    askNext: (event) => {
      const marks = [...(card.value?.querySelectorAll(MARK) ?? [])].filter(isVisible)
      const current = focused()
      if (event === undefined) {
        const [first] = marks
        if (first) {
          focus(first)
        }
        return
      }
      const direction = DIRECTIONS[event.key]
      if (!current || (!direction && event.key !== 'Escape')) {
        return
      }
      // Slidev's keys would leave the slide.
      event.preventDefault()
      event.stopPropagation()
      if (direction) {
        focus(findNeighbor(current, marks, direction) ?? current)
      } else if (current instanceof HTMLElement || current instanceof SVGElement) {
        current.blur()
      }
    },
    leave: () => set(focused()),
    stopAsking: ({ target }) => {
      if (target instanceof Element && target.matches(MARK)) {
        target.removeAttribute('tabindex')
        set(undefined)
      }
    },
  }
}

function isVisible(mark: Element): boolean {
  return mark.checkVisibility({ visibilityProperty: true })
}

/** Finds the nearest mark in a direction, by the centers of the marks. */
function findNeighbor(
  from: Element,
  marks: readonly Element[],
  [x, y]: readonly [number, number],
): Element | undefined {
  const start = centerOf(from)
  const ahead = marks.flatMap((mark) => {
    const end = centerOf(mark)
    const along = (end.x - start.x) * x + (end.y - start.y) * y
    const aside = Math.abs((end.x - start.x) * y) + Math.abs((end.y - start.y) * x)
    return mark !== from && along > 0.5 ? [{ mark, distance: along + SIDE_WEIGHT * aside }] : []
  })
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.mark
}
