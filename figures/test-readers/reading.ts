import { mount } from '@vue/test-utils'
import type { Component } from 'vue'

/**
 * Reads the steps of a diagram in the order in which a screen reader reads them.
 *
 * @throws {Error} when the drawing is not hidden from screen readers, which would read everything twice.
 */
export function readingOf(figure: Component): string[] {
  const wrapper = mount(figure)
  if (wrapper.get('.figure-body').attributes('aria-hidden') !== 'true') {
    throw new Error('The drawing is read beside its steps.')
  }
  return wrapper.findAll('.figure-reading li').map((step) => step.text())
}

/** Lists the numbers of the clicks that bring parts of a figure, ascending. */
export function clicksOf(figure: Component): number[] {
  const numbers = mount(figure)
    .findAll('[data-step]')
    .map((part) => Number(part.attributes('data-step')))
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}
