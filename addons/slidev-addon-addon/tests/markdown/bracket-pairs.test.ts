import type { StateInline } from 'markdown-exit'
import { describe, expect, it } from 'vitest'

import { pairBrackets } from '../../markdown/bracket-pairs.ts'
import { addNeighbors, ENGINES } from './engines.ts'
import type { CreateEngine } from './engines.ts'

describe.each(ENGINES)('on %s', (_name, create) => {
  it.each([
    ['[a]', ['[a]']],
    ['[a] [b]', ['[a]', '[b]']],
    ['[a [b] c]', ['[b]', '[a [b] c]']],
    ['[a', []],
    ['a]', []],
    ['[a [b]', ['[b]']],
    ['[a] b]', ['[a]']],
    [String.raw`[a \] b]`, [String.raw`[a \] b]`]],
    [String.raw`\[a]`, []],
    ['[a `]` b]', ['[a `]` b]']],
    ['[a ` b]', ['[a ` b]']],
    ['[a `` ] ` b]', ['[a `` ]']],
    ['[a $]$ b]', ['[a $]$ b]']],
    ['[a $5] b', ['[a $5]']],
    ['[a <b c="]"> d]', ['[a <b c="]"> d]']],
    ['[a < b]', ['[a < b]']],
    ['[a <!-- ] --> b]', ['[a <!-- ] --> b]']],
    ['[<http://a.b/]>]', ['[<http://a.b/]>]']],
    ['[x [a](b]) c]', ['[a]', '[x [a](b]) c]']],
    ['[x [a](<]> "]") c]', ['[a]', '[x [a](<]> "]") c]']],
    ['[x [a](b]', ['[a]', '[x [a](b]']],
    ['[x [a](b c]', ['[a]', '[x [a](b c]']],
    ['[x ![a](b]) c]', ['[a]', '[x ![a](b]) c]']],
  ])('pairs the brackets of %j', (source, expected) => {
    const pairs = readState(create, source, pairBrackets)
    expect(Array.from(pairs, ([from, to]) => source.slice(from, to + 1))).toEqual(expected)
  })

  it('leaves the state as it was', () => {
    const [before, after] = readState(create, '[a ` b]{color=red} and `c` `', (state) => {
      state.pos = 3
      state.posMax = 7
      const first = describeState(state)
      pairBrackets(state)
      const second = describeState(state)
      state.posMax = state.src.length
      return [first, second]
    })
    expect(before).toContain('"pos":3')
    expect(after).toBe(before)
  })
})

/** Writes the fields of a state that rules read and change. */
function describeState({
  pos,
  posMax,
  level,
  pending,
  tokens,
  cache,
  backticks,
  backticksScanned,
}: StateInline): string {
  return JSON.stringify({
    pos,
    posMax,
    level,
    pending,
    tokens: tokens.length,
    cache,
    backticks,
    backticksScanned,
  })
}

/** Reads from the state with which an engine begins a text. */
function readState<Value>(
  create: CreateEngine,
  source: string,
  read: (state: StateInline) => Value,
): Value {
  const md = addNeighbors(create())
  const values: Value[] = []
  md.inline.ruler.before('text', 'read_state', (state, silent) => {
    if (!silent && values.length === 0) {
      values.push(read(state))
    }
    return false
  })
  md.parseInline(source, {})
  const [value] = values
  if (value === undefined) {
    throw new Error('An empty text has no state.')
  }
  return value
}
