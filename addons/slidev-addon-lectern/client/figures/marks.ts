import { watchEffect } from 'vue'
import type { Ref } from 'vue'

import { describeDatum, MARK, readDatum } from './datum.ts'

/** Selects parts that may come later; the attribute has the number of their step, from 1. */
const STEP = '[data-step]'

/** Gives marks outside of tables a name for screen readers; cells of a table have their headings. */
export function labelMarks(figure: Element): void {
  for (const mark of figure.querySelectorAll(MARK)) {
    if (!mark.matches('td, th') && !mark.hasAttribute('aria-label')) {
      mark.setAttribute('role', 'img')
      mark.setAttribute('aria-label', describeDatum(readDatum(mark)))
    }
  }
}

/**
 * Hides the parts of a figure whose step has not come.
 *
 * @returns A function that ends it.
 */
export function showSteps(figure: Element, step: Readonly<Ref<number>>): () => void {
  return watchEffect(() => {
    for (const part of figure.querySelectorAll(STEP)) {
      part.toggleAttribute('data-later', Number(part.getAttribute('data-step')) > step.value)
    }
  })
}
