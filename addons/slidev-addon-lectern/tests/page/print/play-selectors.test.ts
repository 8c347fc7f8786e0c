import { expect, it } from 'vitest'

import { extendSelector } from '../../../page/print/play-selectors.ts'

const SLIDE = ':is(#slide-content, .print-slide-container)'

it.each([
  ['#slide-content', SLIDE],
  ['#slide-content > .x, .y', `${SLIDE} > .x, .y`],
  ['html.dark #slide-content::before', `html.dark ${SLIDE}::before`],
  ['#slide-content #slideshow .x', ':is(#slideshow, .print-slide-container) .x'],
  [
    '#slide-container #slide-content',
    `:is(#slide-container, #print-content, .handout .scaled) ${SLIDE}`,
  ],
  ['.slidev-slide-content h1', ':is(.slidev-slide-content, .print-slide-container) h1'],
])('lets %s mean the printed slide, too', (selector, extended) => {
  expect(extendSelector(selector)).toBe(extended)
})

it.each([
  // Slidev's own rule for the element: it moves it to the middle of the screen.
  '.slidev-slide-content[data-v-1a2b3c]',
  '.slidev-slide-contents',
  '#slide-content-2',
  '.slidev-layout h1',
])('leaves %s alone', (selector) => {
  expect(extendSelector(selector)).toBe(selector)
})
