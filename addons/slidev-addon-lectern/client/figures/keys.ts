import type { EnlargedView } from './enlarged.ts'

const EVENT = 'lectern:figure'

/** Asks the first figure on the slide that answers for a view; none does where none is live. */
export function askFigures(view: EnlargedView): void {
  dispatchEvent(new CustomEvent<EnlargedView>(EVENT, { detail: view, cancelable: true }))
}

/**
 * Answers keys on behalf of a figure.
 *
 * @param answer - Returns whether the figure takes the key.
 * @returns A function that ends it.
 */
export function answerKeys(answer: (view: EnlargedView) => boolean): () => void {
  const listener = (event: Event): void => {
    const isFree = event instanceof CustomEvent && !event.defaultPrevented
    const view: unknown = isFree ? event.detail : undefined
    if ((view === 'drawing' || view === 'table') && answer(view)) {
      event.preventDefault()
    }
  }
  addEventListener(EVENT, listener)
  return () => removeEventListener(EVENT, listener)
}
