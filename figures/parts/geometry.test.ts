import { expect, it } from 'vitest'

import { headPath, middleOf, roundedPath } from './geometry.ts'
import type { Point, Side } from './geometry.ts'

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

it.each<[string, Point[], string]>([
  [
    'right',
    [
      [0, 0],
      [20, 0],
    ],
    'M13 3.5L20 0L13 -3.5Z',
  ],
  [
    'left',
    [
      [20, 0],
      [0, 0],
    ],
    'M7 -3.5L0 0L7 3.5Z',
  ],
  [
    'down after a corner',
    [
      [0, 0],
      [20, 0],
      [20, 30],
    ],
    'M16.5 23L20 30L23.5 23Z',
  ],
])('points the head %s', (_direction, points, head) => {
  expect(headPath(points)).toBe(head)
})

it('refuses a single point', () => {
  expect(() => roundedPath([[0, 0]], 6)).toThrow('two points or more, got 1')
  expect(() => headPath([[0, 0]])).toThrow('two points or more, got 1')
})

it.each<[Side, [number, number]]>([
  ['left', [10, 40]],
  ['right', [110, 40]],
  ['top', [60, 20]],
  ['bottom', [60, 60]],
])('finds the middle of the %s side', (side, middle) => {
  expect(middleOf({ x: 10, y: 20, w: 100, h: 40 }, side)).toEqual(middle)
})
