/*
 * Replaces drauu, the drawing library, in Slidev's `useDrawings`.
 */
import type { Drauu, Options } from 'drauu'
import { markRaw, watchEffect } from 'vue'

import { EarlyDrawing } from './early-drawing.ts'

/** Creates a drawing that loads drauu when drawing is switched on or a pen touches the slide. */
export function createDrauu(options: Options): Drauu | EarlyDrawing {
  let drauu: Drauu | undefined
  let fetching: Promise<void> | undefined
  const fetch = async (): Promise<void> => {
    const library = await import('drauu')
    drauu = markRaw(library.createDrauu(options))
    early.handOver(drauu)
  }
  const need = (): void => {
    fetching ??= fetch().catch((error: unknown) => {
      fetching = undefined
      throw error
    })
  }
  const early = markRaw(new EarlyDrawing(options, need))
  watchEffect(() => {
    // While drawing is switched off, Slidev accepts only the pen.
    if (early.mounted && options.acceptsInputTypes?.join() !== 'pen') {
      need()
    }
  })
  return createFacade(() => drauu ?? early)
}

/** Returns an object that passes everything on to the current one. */
function createFacade<T extends object>(current: () => T): T {
  return new Proxy(current(), {
    get: (_, key) => {
      const owner = current()
      const value: unknown = Reflect.get(owner, key)
      return typeof value === 'function' ? value.bind(owner) : value
    },
    set: (_, key, value) => Reflect.set(current(), key, value),
  })
}
