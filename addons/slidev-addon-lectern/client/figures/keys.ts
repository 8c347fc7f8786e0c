import type { EnlargedView } from './enlarged.ts'

/** What a key asks of the figure on the slide. */
export type FigureKey = EnlargedView

const EVENT = 'lectern:figure'

/** Asks the first figure on the slide that answers; none does where none is live. */
export function askFigures(key: FigureKey): void {
  dispatchEvent(new CustomEvent<FigureKey>(EVENT, { detail: key, cancelable: true }))
}

/**
 * Answers keys on behalf of a figure.
 *
 * @param answer - Returns whether the figure takes the key.
 * @returns A function that ends it.
 */
export function answerKeys(answer: (key: FigureKey) => boolean): () => void {
  const listener = (event: Event): void => {
    const isFree = event instanceof CustomEvent && !event.defaultPrevented
    const key: unknown = isFree ? event.detail : undefined
    if ((key === 'drawing' || key === 'table') && answer(key)) {
      event.preventDefault()
    }
  }
  addEventListener(EVENT, listener)
  return () => removeEventListener(EVENT, listener)
}
