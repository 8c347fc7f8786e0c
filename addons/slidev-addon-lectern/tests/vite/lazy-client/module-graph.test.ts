import { expect, it } from 'vitest'

import { findClosure, findShared } from '../../../vite/lazy-client/module-graph.ts'
import type { GraphModule } from '../../../vite/lazy-client/module-graph.ts'

const GRAPH: Readonly<Record<string, GraphModule>> = {
  entry: { imports: ['vue'], size: 10 },
  vue: { imports: [], size: 90 },
  'slide 1': { imports: ['layout', 'vue', 'number'], size: 10 },
  'slide 2': { imports: ['layout', 'diagram', 'styled'], size: 10 },
  'slide 3': { imports: ['diagram', 'styled'], size: 10 },
  layout: { imports: ['frame', 'vue'], size: 10 },
  frame: { imports: ['layout'], size: 10 },
  number: { imports: [], size: 10 },
  diagram: { imports: ['library'], size: 10 },
  library: { imports: [], size: 90 },
  styled: { imports: ['styled.css'], size: 10 },
  'styled.css': { imports: [], size: 10 },
}

const SLIDES = ['slide 1', 'slide 2', 'slide 3']

function read(id: string): GraphModule {
  return GRAPH[id] ?? { imports: [], size: 0 }
}

it('finds all that some modules import, in a circle as well', () => {
  expect(findClosure(['entry', 'layout'], read)).toEqual(
    new Set(['layout', 'vue', 'frame', 'entry']),
  )
})

it('finds the small modules of several slides, and leaves great, styled and single ones alone', () => {
  expect(findShared(SLIDES, read, () => true, new Set(['vue']), 50)).toEqual(
    new Set(['layout', 'frame']),
  )
})

it('counts what is there already as nothing', () => {
  expect(findShared(SLIDES, read, () => true, new Set(['vue', 'library']), 50)).toEqual(
    new Set(['layout', 'frame', 'diagram']),
  )
})

it('takes candidates only', () => {
  expect(findShared(SLIDES, read, (id) => id !== 'layout', new Set(['vue']), 15)).toEqual(new Set())
})
