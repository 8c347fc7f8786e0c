import { expect, it } from 'vitest'

import { roundedPath } from './geometry.ts'

it('joins two points by a straight line', () => {
  expect(
    roundedPath(
      [
        [0, 0],
        [10, 0],
      ],
      6,
    ),
  ).toBe('M0 0L10 0')
})

it('rounds a corner by the radius, and by half a leg where the leg is short', () => {
  const corner = (y: number): string =>
    roundedPath(
      [
        [0, 0],
        [20, 0],
        [20, y],
      ],
      6,
    )
  expect(corner(20)).toBe('M0 0L14 0Q20 0 20 6L20 20')
  expect(corner(4)).toBe('M0 0L14 0Q20 0 20 2L20 4')
})

it('refuses a single point', () => {
  expect(() => roundedPath([[0, 0]], 6)).toThrow('two points or more, got 1')
})
