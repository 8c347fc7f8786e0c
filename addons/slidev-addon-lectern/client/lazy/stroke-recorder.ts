/** The events of strokes, in the order in which they came, and how they are told again. */
export interface StrokeRecorder {
  /** Stops listening, and sends what was recorded to whoever listens now. */
  replay: () => void
  /** Stops listening, and forgets what was recorded. */
  stop: () => void
}

/** Where a stroke is listened to. */
export interface StrokeSource {
  /** A stroke begins on it. */
  target: Element & GlobalEventHandlers
  /** A stroke goes on and ends in it. */
  window: Window
  /** Whether a pointer may draw. */
  accepts: (event: PointerEvent) => boolean
  onStart: () => void
}

/** Records the strokes of a pen that wait for the code that draws them. */
export function recordStrokes({ target, window, accepts, onStart }: StrokeSource): StrokeRecorder {
  const recorded: { event: PointerEvent; on: EventTarget }[] = []
  let pointer: number | undefined
  const start = (event: PointerEvent): void => {
    if (pointer !== undefined || !accepts(event)) {
      return
    }
    event.stopPropagation()
    event.preventDefault()
    pointer = event.pointerId
    recorded.push({ event, on: target })
    onStart()
  }
  const goOn = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) {
      return
    }
    recorded.push({ event, on: window })
    if (event.type !== 'pointermove') {
      pointer = undefined
    }
  }
  const listening = new AbortController()
  const options = { signal: listening.signal, passive: false }
  target.addEventListener('pointerdown', start, options)
  window.addEventListener('pointermove', goOn, options)
  window.addEventListener('pointerup', goOn, options)
  window.addEventListener('pointercancel', goOn, options)
  return {
    replay: () => {
      listening.abort()
      for (const { event, on } of recorded) {
        on.dispatchEvent(new PointerEvent(event.type, event))
      }
    },
    stop: () => listening.abort(),
  }
}
