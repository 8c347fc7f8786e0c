import { HIDDEN_BY_STEP } from '../hidden-steps.ts'
import { readRecord } from './slide-record.ts'
import { readRuns } from './words.ts'

/** Matches what a step hides, also by Vue's `v-show`. */
const HIDDEN = `${HIDDEN_BY_STEP}, [style*="display: none"]`

/** Counts the terms that are seen in an element: a slide, a part of it, or its section of the article. */
export function countSeen(element: Element, terms: readonly string[]): number {
  // In a document that loads and runs nothing.
  const copy = document.implementation.createHTMLDocument().importNode(element, true)
  copy.querySelectorAll(HIDDEN).forEach((part) => part.remove())
  copy.removeAttribute('data-replaced')
  const { slide: _, ...texts } = readRecord(copy)
  const seen = new Set(
    Object.values(texts)
      .flatMap(readRuns)
      .flatMap(({ pieces }) => pieces.map(({ term }) => term)),
  )
  return terms.filter((term) => seen.has(term)).length
}
