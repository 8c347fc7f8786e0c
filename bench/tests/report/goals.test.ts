import { describe, expect, it } from 'vitest'

import { TOOLS } from '../../contestants/contestant.ts'
import { GOALS, judgeGoals } from '../../report/goals.ts'
import type { Goal } from '../../report/goals.ts'
import { findMeasure, MEASURES } from '../../report/measures.ts'
import { createResults } from '../../report/results.ts'

const AGAINST_STOCK: Goal = {
  label: 'build',
  measure: 'build',
  against: { tool: 'stock' },
  atMost: 2,
}

describe('a goal', () => {
  it('compares medians with a peer', () => {
    const results = createResults()
    ;[9, 6, 6].forEach((value) => results.add('build', 'ours', value))
    results.add('build', 'stock', 3)
    expect(judgeGoals(results, [AGAINST_STOCK])).toEqual([
      { goal: AGAINST_STOCK, values: { ours: 6, stock: 3 }, reached: 2, isMet: true },
    ])
  })

  it('is not judged where the peer was not measured', () => {
    const results = createResults()
    results.add('build', 'ours', 3)
    expect(judgeGoals(results, [AGAINST_STOCK])).toEqual([
      { goal: AGAINST_STOCK, values: { ours: 3 } },
    ])
  })

  it('takes a peer’s value under another name', () => {
    const results = createResults()
    results.add('pdf-built', 'ours', 4)
    results.add('pdf', 'stock', 8)
    const goal: Goal = { ...AGAINST_STOCK, measure: 'pdf-built', peers: 'pdf', atMost: 0.35 }
    expect(judgeGoals(results, [goal])).toMatchObject([{ reached: 0.5, isMet: false }])
  })

  it('compares the long deck with the deck', () => {
    const results = createResults()
    results.add('pdf-built', 'ours', 3)
    results.add('pdf-built.x10', 'ours', 33)
    const goal: Goal = {
      label: 'long',
      measure: 'pdf-built.x10',
      against: { measure: 'pdf-built' },
      atMost: 10,
    }
    expect(judgeGoals(results, [goal])).toMatchObject([{ reached: 11, isMet: false }])
  })

  it.each([
    ['median', 2],
    ['p95', 30],
    ['max', 30],
  ] as const)('without a peer is the %s itself', (statistic, reached) => {
    const results = createResults()
    ;[1, 2, 30].forEach((value) => results.add('key-settled', 'ours', value))
    const goal: Goal = { label: 'keys', measure: 'key-settled', statistic, atMost: 15 }
    expect(judgeGoals(results, [goal])).toMatchObject([{ reached, isMet: reached <= 15 }])
  })
})

describe('the goals of the project', () => {
  it('name measures that exist, and compare measures of one unit', () => {
    for (const { measure, against, peers } of GOALS) {
      expect(findMeasure(measure).id).toBe(measure)
      const other = against && 'measure' in against ? against.measure : peers
      expect(findMeasure(other ?? measure).unit).toBe(findMeasure(measure).unit)
    }
  })

  it('are all open before anything is measured', () => {
    expect(judgeGoals(createResults()).filter(({ isMet }) => isMet !== undefined)).toEqual([])
  })
})

it('names no measure twice', () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
  expect(new Set(TOOLS).size).toBe(3)
})
