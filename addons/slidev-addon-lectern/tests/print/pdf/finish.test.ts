import { expect, it } from 'vitest'

import { findBroken } from '../../../print/pdf/finish.ts'

/** Returns destinations by slide. */
function at(pages: Record<number, number>): Map<number, { page: number }> {
  return new Map(Object.entries(pages).map(([slide, page]) => [Number(slide), { page }]))
}

it.each<
  [what: string, pages: number, slides: number[], starts: Record<number, number>, broken: number[]]
>([
  ['none where each has its page', 3, [1, 2, 3], { 1: 0, 2: 1, 3: 2 }, []],
  ['none where click steps have pages of their own', 4, [1, 2, 2, 3], { 1: 0, 2: 1, 3: 3 }, []],
  ['the first one', 4, [1, 2, 3], { 1: 0, 2: 2, 3: 3 }, [1]],
  ['the last one', 3, [5, 9], { 5: 0, 9: 1 }, [9]],
  ['one with click steps', 5, [1, 2, 2, 3], { 1: 0, 2: 1, 3: 4 }, [2]],
])('finds the slides that take too many pages: %s', (_what, pages, slides, starts, broken) => {
  expect(findBroken(pages, slides, at(starts))).toEqual(broken)
})
