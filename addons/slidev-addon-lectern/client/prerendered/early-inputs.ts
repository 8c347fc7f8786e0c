declare global {
  interface Window {
    /** Inputs of a visitor before the application is ready; see {@link keepInputs}. */
    lecternEarlyInputs?: {
      events: Event[]
      /** Stops keeping events. */
      stop: () => void
    }
  }
}

/**
 * Keeps the events that may be meant for the application, for `take-over.ts` to read. The application does not
 * get them a first time, because it may run before its slide is shown.
 */
export function keepInputs(): void {
  const events: Event[] = []
  const keep = (event: Event): void => {
    events.push(event)
    event.stopImmediatePropagation()
  }
  const kinds = ['keydown', 'click', 'touchstart', 'touchend']
  kinds.forEach((kind) => addEventListener(kind, keep, true))
  window.lecternEarlyInputs = {
    events,
    stop: () => kinds.forEach((kind) => removeEventListener(kind, keep, true)),
  }
}

/** Input that the application gets once it is ready. */
export type EarlyInput =
  | { kind: 'key'; key: string; code: string; shiftKey: boolean }
  /** Press of the n-th button under the slide, counted from 0. */
  | { kind: 'button'; index: number }

/** Least distance of a swipe to another slide, in CSS px or as a share of the window's width; as in Slidev. */
const SWIPE = { distance: 75, share: 0.3 }

/** Turns the kept events into inputs, in their order. */
export function readInputs(events: readonly Event[], prerendered: Element): EarlyInput[] {
  const buttons = [...prerendered.querySelectorAll('nav :is(button, [data-lectern-button])')]
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
      const isForBrowser = ctrlKey || metaKey || altKey || key === 'Shift'
      return isForBrowser ? [] : [{ kind: 'key', key, code, shiftKey }]
    }
    const target = event.target instanceof Element ? event.target : undefined
    const index = buttons.findLastIndex((button) => button.contains(target ?? null))
    return index === -1 ? [] : [{ kind: 'button', index }]
  })
}

function readX(event: Event): number {
  return event instanceof TouchEvent ? (event.changedTouches[0]?.clientX ?? 0) : 0
}
