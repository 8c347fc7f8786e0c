import { expect, it } from 'vitest'

import { contrastOf } from '../../../client/colors.ts'
import { blend, isFillBetter } from '../../../page/print/lost-background.ts'

const WHITE = [255, 255, 255] as const
const NAVY = [20, 30, 90] as const

it('sees the color of layers on paper', () => {
  expect(blend([])).toEqual([255, 255, 255])
  expect(blend([{ rgb: [0, 0, 0], alpha: 0.4 }]).map(Math.round)).toEqual([153, 153, 153])
  const layers = [
    { rgb: [0, 0, 0], alpha: 0 },
    { rgb: NAVY, alpha: 1 },
    { rgb: [0, 0, 0], alpha: 1 },
  ] as const
  expect(blend(layers)).toEqual([...NAVY])
})

it('measures contrast as WCAG does', () => {
  expect(contrastOf([0, 0, 0], WHITE)).toBeCloseTo(21)
  expect(contrastOf(WHITE, [119, 119, 119])).toBeCloseTo(4.48, 2)
})

it.each([
  ['white text on paper', 1, 7.5, true],
  ['text that can be read', 3.2, 7.5, false],
  // Dark text would be lost instead.
  ['white text beside dark text', 1, 1, false],
])('fills the background of %s: %s to %s is %s', (_name, without, filled, isFilled) => {
  expect(isFillBetter(without, filled)).toBe(isFilled)
})
