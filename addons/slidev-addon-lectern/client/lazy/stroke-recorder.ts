/** Recorder of the events of strokes, in their order. */
export interface StrokeRecorder {
  /** Stops listening, and dispatches the recorded events again. */
  replay: () => void
  /** Stops listening, and drops the recorded events. */
  stop: () => void
}

/** Elements whose strokes are recorded. */
export interface StrokeSource {
  /** Element on which a stroke begins. */
  target: Element & GlobalEventHandlers
  /** Window in which a stroke continues and ends. */
  window: Window
  /** Whether a pointer may draw. */
  accepts: (event: PointerEvent) => boolean
  onStart: () => void
}

/** Records the strokes of a pen until the drawing library is loaded. */
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
  const proceed = (event: PointerEvent): void => {
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
  window.addEventListener('pointermove', proceed, options)
  window.addEventListener('pointerup', proceed, options)
  window.addEventListener('pointercancel', proceed, options)
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
