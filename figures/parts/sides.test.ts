import { expect, it } from 'vitest'

import { middleOf } from './sides.ts'
import type { Side } from './sides.ts'

it.each<[Side, [number, number]]>([
  ['left', [10, 40]],
  ['right', [110, 40]],
  ['top', [60, 20]],
  ['bottom', [60, 60]],
])('finds the middle of the %s side', (side, middle) => {
  expect(middleOf({ x: 10, y: 20, w: 100, h: 40 }, side)).toEqual(middle)
})
