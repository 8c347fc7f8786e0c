/** What a visitor wanted of the application before it was ready. */
export type EarlyInput =
  | { kind: 'key'; key: string; code: string; shiftKey: boolean }
  /** A press of the n-th button under the slide, counted from 0. */
  | { kind: 'button'; index: number }

/** How far a finger goes to turn a slide, in CSS px or as a share of the window: as Slidev has it. */
const SWIPE = { distance: 75, share: 0.3 }

/** What the events of a prerendered page, in their order, were meant for. */
export function readInputs(events: readonly Event[], copy: Element): EarlyInput[] {
  const buttons = [...copy.querySelectorAll('nav :is(button, [data-deck-button])')]
  let startX = 0
  return events.flatMap((event): EarlyInput[] => {
    if (event.type === 'touchstart') {
      startX = readX(event)
      return []
    }
    if (event.type === 'touchend') {
      const distance = readX(event) - startX
      const isSwipe =
        Math.abs(distance) > SWIPE.distance || Math.abs(distance) > innerWidth * SWIPE.share
      const key = distance < 0 ? 'ArrowRight' : 'ArrowLeft'
      return isSwipe ? [{ kind: 'key', key, code: key, shiftKey: false }] : []
    }
    if (event instanceof KeyboardEvent) {
      const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event
      const isBrowsers = ctrlKey || metaKey || altKey || key === 'Shift'
      return isBrowsers ? [] : [{ kind: 'key', key, code, shiftKey }]
    }
    const target = event.target instanceof Element ? event.target : undefined
    const index = buttons.findLastIndex((button) => button.contains(target ?? null))
    return index === -1 ? [] : [{ kind: 'button', index }]
  })
}

function readX(event: Event): number {
  return event instanceof TouchEvent ? (event.changedTouches[0]?.clientX ?? 0) : 0
}
