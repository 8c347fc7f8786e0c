import type { Brush, Drauu, DrawingMode, EventsMap, Options } from 'drauu'
import { shallowRef } from 'vue'

import { recordStrokes } from './stroke-recorder.ts'
import type { StrokeRecorder, StrokeSource } from './stroke-recorder.ts'

/** A listener, which moves to the real instance. */
interface Listener {
  attach: (drauu: Drauu) => void
  detach: () => void
  type: keyof EventsMap
  call: () => void
}

/**
 * Replaces drauu until it is loaded: shows drawings that were saved or received, and records the strokes of
 * a pen for the real instance.
 */
export class EarlyDrawing {
  readonly options: Options
  readonly #onStroke: () => void
  readonly #el = shallowRef<SVGSVGElement | null>(null)
  readonly #listeners = new Set<Listener>()
  #place: Pick<StrokeSource, 'target' | 'window'> | undefined
  #strokes: StrokeRecorder | undefined

  /** @param onStroke - Called when a stroke begins. */
  constructor(options: Options, onStroke: () => void) {
    this.options = options
    this.#onStroke = onStroke
  }

  /** Drawing on the page; reactive. */
  get el(): SVGSVGElement | null {
    return this.#el.value
  }

  get mounted(): boolean {
    return this.el !== null
  }

  get brush(): Brush | undefined {
    return this.options.brush
  }

  set brush(brush: Brush | undefined) {
    this.options.brush = brush
  }

  get mode(): DrawingMode {
    return this.brush?.mode ?? 'stylus'
  }

  set mode(mode: DrawingMode) {
    if (this.brush) {
      this.brush.mode = mode
    }
  }

  mount(el: SVGSVGElement, target: StrokeSource['target'] = el, listenTo: Window = window): void {
    this.#place = { target, window: listenTo }
    this.#strokes = recordStrokes({
      ...this.#place,
      accepts: ({ pointerType }) => this.#accepts(pointerType),
      onStart: this.#onStroke,
    })
    this.#el.value = el
    this.#emit('mounted')
  }

  unmount(): void {
    this.#strokes?.stop()
    this.#strokes = undefined
    this.#el.value = null
    this.#emit('unmounted')
  }

  on<K extends keyof EventsMap>(type: K, call: EventsMap[K]): () => void {
    const listener: Listener = {
      type,
      // Without a node, because only the real instance commits one.
      call: () => call(undefined),
      attach: (drauu) => {
        listener.detach = drauu.on(type, call)
      },
      detach: () => this.#listeners.delete(listener),
    }
    this.#listeners.add(listener)
    return () => listener.detach()
  }

  undo(): boolean {
    return false
  }

  redo(): boolean {
    return false
  }

  canUndo(): boolean {
    return false
  }

  canRedo(): boolean {
    return false
  }

  cancel(): void {}

  clear(): void {
    this.el?.replaceChildren()
    this.#emit('changed')
  }

  dump(): string {
    return this.el?.innerHTML ?? ''
  }

  load(svg: string): void {
    this.clear()
    if (this.el) {
      this.el.innerHTML = svg
    }
  }

  /** Hands the mounted element, the listeners and the recorded strokes over to the real instance. */
  handOver(drauu: Drauu): void {
    if (this.el && this.#place) {
      drauu.mount(this.el, this.#place.target, this.#place.window)
      // Lets the eraser find the drawn nodes.
      drauu.mode = this.mode
    }
    this.#listeners.forEach(({ attach }) => attach(drauu))
    this.#strokes?.replay()
  }

  #accepts(pointerType: string): boolean {
    const { acceptsInputTypes } = this.options
    return !acceptsInputTypes || acceptsInputTypes.some((accepted) => accepted === pointerType)
  }

  #emit(type: keyof EventsMap): void {
    for (const listener of this.#listeners) {
      if (listener.type === type) {
        listener.call()
      }
    }
  }
}
