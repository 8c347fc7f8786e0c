import { expect, it } from 'vitest'

import { interleave } from '../../measure/interleave.ts'

/** Returns the items in their order, those of the warm-up in brackets. */
async function order(rounds: Parameters<typeof interleave>[1]): Promise<string> {
  const taken: string[] = []
  await interleave(['A', 'B'], rounds, async (item, counts) => {
    taken.push(counts ? item : `(${item})`)
  })
  return taken.join(' ')
}

it('takes each in turn, round by round', async () => {
  expect(await order({ count: 2, hasWarmUp: false, limitMs: 60_000 })).toBe('A B A B')
})

it('does not count a warm-up', async () => {
  expect(await order({ count: 1, hasWarmUp: true, limitMs: 60_000 })).toBe('(A) (B) A B')
})

it('begins no further round when the time is over, but runs one that counts', async () => {
  expect(await order({ count: 5, hasWarmUp: true, limitMs: -1 })).toBe('(A) (B) A B')
})
