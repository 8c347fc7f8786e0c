import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'

import type { DrawingState } from '../../page/print/drawing.ts'
import { describeMissing, waitUntilDrawn } from '../../print/wait-until-drawn.ts'
import type { Missing } from '../../print/wait-until-drawn.ts'

const DRAWN: DrawingState = {
  undrawn: [],
  hasOpenDiagram: false,
  uncolored: 0,
  areAllLoaded: true,
  elements: 10,
}

/** Nothing may change at all before a wait gives up. */
const LIMITS = { wholeMs: 60_000, stallMs: 0, colorMs: 0 }

/** Waits for a page that passes through some states and stays in the last one. */
async function waitFor(
  states: readonly Partial<DrawingState>[],
  pending: readonly string[] = [],
  limits = LIMITS,
): Promise<{ missing: Missing; reads: number }> {
  let reads = 0
  const page: Pick<Page, 'evaluate'> = {
    evaluate: async (): Promise<never> => {
      const state: unknown = { ...DRAWN, ...states[Math.min(reads, states.length - 1)] }
      reads += 1
      // @ts-expect-error -- the result of a function that runs in no page
      return state
    },
  }
  // @ts-expect-error -- waiting only evaluates
  const missing = await waitUntilDrawn(page, { pending: () => [...pending] }, [1, 2], limits)
  return { missing, reads }
}

describe('waiting until a deck is drawn', () => {
  it('ends as soon as all is there', async () => {
    const { missing, reads } = await waitFor([
      { undrawn: [1, 2], elements: 1 },
      { undrawn: [2] },
      {},
    ])
    expect(missing).toEqual({ undrawn: [], hasOpenDiagram: false, pending: [] })
    expect(reads).toBe(3)
  })

  it('goes on while something changes, and ends with what is missing when nothing does', async () => {
    const { missing, reads } = await waitFor([
      { undrawn: [1, 2] },
      { undrawn: [2] },
      { undrawn: [2], elements: 11 },
    ])
    expect(missing.undrawn).toEqual([2])
    expect(reads).toBeGreaterThan(3)
  })

  it('ends where a host never answers', async () => {
    const { missing } = await waitFor([{}], ['https://silent.example/x.png'])
    expect(missing.pending).toEqual(['https://silent.example/x.png'])
  })

  it('ends where code never gets colors, without a word', async () => {
    const { missing } = await waitFor([{ uncolored: 1 }], [], { ...LIMITS, stallMs: 60_000 })
    expect(describeMissing(missing)).toEqual([])
  })

  it('ends where something changes for ever', async () => {
    const states = Array.from({ length: 100_000 }, (_, elements) => ({ undrawn: [1], elements }))
    const { missing } = await waitFor(states, [], { wholeMs: 0, stallMs: 60_000, colorMs: 60_000 })
    expect(missing.undrawn).toEqual([1])
  })
})

describe('what was not drawn', () => {
  it('is named: slides, a diagram, or what was still loading', () => {
    expect(describeMissing({ undrawn: [3], hasOpenDiagram: true, pending: ['x'] })).toEqual([
      { slide: 3, severity: 'error', message: expect.stringContaining('not drawn to its end') },
      { severity: 'error', message: expect.stringContaining('a diagram') },
    ])
    expect(describeMissing({ undrawn: [], hasOpenDiagram: false, pending: ['/x.js'] })).toEqual([
      { severity: 'error', message: expect.stringContaining('/x.js was still loading') },
    ])
  })
})
