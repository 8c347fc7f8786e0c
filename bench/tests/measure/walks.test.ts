import { expect, it } from 'vitest'

import { countSteps } from '../../measure/walks.ts'

it.each([
  [46, 1, 45],
  [46, 0.15, 7],
  [3, 0.15, 1],
  [1, 0.15, 0],
  [0, 1, 0],
])('walks through %i slides, a part of %f, by %i key presses', (slides, part, steps) => {
  expect(countSteps(slides, part)).toBe(steps)
})
