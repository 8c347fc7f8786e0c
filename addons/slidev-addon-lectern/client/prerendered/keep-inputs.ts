declare global {
  interface Window {
    /** What a visitor of a prerendered page did before the application was ready. */
    deckEarly?: {
      events: Event[]
      /** Keeps nothing any more. */
      stop: () => void
    }
  }
}

/**
 * Keeps what may be meant for the application, for `take-over.ts` to read; the application itself, which may
 * be there before its slide is shown, does not get it a first time.
 */
export function keepInputs(): void {
  const events: Event[] = []
  const keep = (event: Event): void => {
    events.push(event)
    event.stopImmediatePropagation()
  }
  const kinds = ['keydown', 'click', 'touchstart', 'touchend']
  kinds.forEach((kind) => addEventListener(kind, keep, true))
  window.deckEarly = {
    events,
    stop: () => kinds.forEach((kind) => removeEventListener(kind, keep, true)),
  }
}
