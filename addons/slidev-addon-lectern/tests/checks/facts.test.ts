import { describe, expect, it } from 'vitest'

import { compareFacts, inspectFacts } from '../../checks/facts.ts'
import { findStatements } from '../../checks/facts/fact.ts'
import type { Fact } from '../../checks/facts/fact.ts'
import { formatLike, isRounded, readNumber } from '../../checks/facts/number.ts'
import { writeDeck } from '../harness/decks.ts'

const TOKENS: Fact = {
  quantity: 'tokens of pre-training',
  says: ['trained on {} tokens', '{} multilingual tokens'],
  values: [15.6e12],
  source: 'facts.json (tokens)',
}

/** Returns `LINE: SEEN` for each finding of a deck. */
async function find(markdown: string, ...facts: Fact[]): Promise<string[]> {
  const findings = compareFacts(await writeDeck(markdown), facts)
  return findings.map(({ line, seen }) => `${line}: ${seen}`)
}

describe('a number that contradicts the data', () => {
  it('is found with its line and the right value', async () => {
    const deck = await writeDeck('# A\n\n- It is trained on [12T]{color=red} tokens.\n')
    expect(compareFacts(deck, [TOKENS])).toEqual([
      {
        check: 'facts',
        slide: 1,
        file: 'slides.md',
        line: 3,
        seen: 'the slide says 12T in "trained on 12T tokens"',
        expected: '15.6T (tokens of pre-training), by facts.json (tokens)',
        fix:
          'Write 15.6T, or correct the data that figures/facts.ts lists. If the number is about something else, ' +
          "allow it in the slide's frontmatter: `doctor: { allow: [facts] }`.",
      },
    ])
  })

  it.each([
    ['on another slide', '# A\n\n---\n\n# B\n\ntrained on 12T tokens', 7],
    ['in any phrase of the fact', '# A\n\nData: **12T** multilingual tokens', 3],
    ['in other words for a unit', '# A\n\ntrained on 12 trillion tokens', 3],
    ['over a line break, on its own line', '# A\n\nIt is trained\non 12T tokens', 4],
    ['in a heading', '# Trained on 12T tokens', 1],
    ['in a table', '# A\n\n| a | b |\n|---|---|\n| trained on 12T tokens | c |', 5],
    ['in HTML', '# A\n\n<div class="x">\n\ntrained on <b>12T</b> tokens\n\n</div>', 5],
    ['within spans within spans', '# A\n\n[trained on [12T]{color=red}]<color=blue> tokens', 3],
    ['that is said to be about', '# A\n\ntrained on about 12T tokens', 3],
    ['with a number word', '# A\n\ntrained on six tokens', 3],
  ])('is found %s', async (_, markdown, line) => {
    const found = await find(markdown, TOKENS)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${line}: `))
  })

  it('is found in a note, which the message names', async () => {
    expect(await find('# A\n\n<!--\nSay:\ntrained on 12T tokens\n-->\n', TOKENS)).toEqual([
      '5: the note says 12T in "trained on 12T tokens"',
    ])
  })

  it.each([
    ['Markdown', '# A\n\n![trained on 12T tokens](/big-model.png){width=50%}'],
    ['HTML', '# A\n\n<img src="/big-model.png" alt="trained on 12T tokens" />'],
  ])('is found in the alternative text of its image, in %s', async (_, markdown) => {
    const fact = { ...TOKENS, image: 'big-model' }
    expect(await find(markdown, fact)).toEqual([
      '3: the alternative text says 12T in "trained on 12T tokens"',
    ])
    expect(await find(markdown.replace('big-model', 'other'), fact)).toEqual([])
    expect(await find(markdown, TOKENS)).toEqual([])
  })

  it('is found where numbers stand close together', async () => {
    const fact = { ...TOKENS, says: '(α,A) = ({},{})', values: [0.53, 0.29] }
    expect(await find('# A\n\n(α,A) = (0.53,0.39)', fact)).toEqual([
      '3: the slide says 0.39 in "(α,A) = (0.53,0.39)"',
    ])
  })

  it('is reported for each number of a phrase', async () => {
    const fact = { ...TOKENS, says: 'from {} to {} tokens', values: [8e3, 128e3] }
    expect(await find('# A\n\nfrom 4K to 64K tokens', fact)).toEqual([
      '3: the slide says 4K in "from 4K to 64K tokens"',
      '3: the slide says 64K in "from 4K to 64K tokens"',
    ])
  })
})

describe('a number is left alone', () => {
  it.each([
    ['that is right', 'trained on 15.6T tokens'],
    ['that is right in another unit', 'trained on 15,600B tokens'],
    ['that is rounded and said to be', 'trained on about 16T tokens'],
    ['of another quantity', 'trained on 12T bytes, 64 GPUs, 17 days, 99.5%'],
    ['in code', 'nothing `{}` here'],
    ['in a comment on the slide', '<!-- trained on 12T tokens -->\n\ntext'],
    ['that is part of a longer one', 'trained on 1,2345 tokens'],
  ])('%s', async (_, text) => {
    expect(await find(`# A\n\n${text}\n`, TOKENS)).toEqual([])
  })

  it('where several values are right', async () => {
    const fact = { ...TOKENS, values: [[15.6e12, 15e12]] }
    expect(await find('# A\n\ntrained on 15T tokens', fact)).toEqual([])
    expect(await find('# A\n\ntrained on 14T tokens', fact)).toEqual([
      '3: the slide says 14T in "trained on 14T tokens"',
    ])
  })
})

describe('the facts of a deck', () => {
  const MODULE = `export default [${JSON.stringify(TOKENS)}]`

  it('are read from the module beside the deck', async () => {
    const deck = await writeDeck('trained on 12T tokens', { 'figures/facts.ts': MODULE })
    expect(await inspectFacts(deck)).toHaveLength(1)
  })

  it('are optional', async () => {
    expect(await inspectFacts(await writeDeck('trained on 12T tokens'))).toEqual([])
  })

  it.each([
    ['does not load', 'export default [', /figures\/facts\.ts does not load: /],
    ['lists something else', 'export default [{ says: "x" }]', /does not list facts\. Its/],
  ])('stop the examination, naming the file, if it %s', async (_, module, message) => {
    const deck = await writeDeck('text', { 'figures/facts.ts': module })
    await expect(inspectFacts(deck)).rejects.toThrow(message)
  })

  it('must have as many values as their phrases have numbers', () => {
    expect(() => findStatements({ ...TOKENS, values: [1, 2] }, 'text')).toThrow(
      'The fact "tokens of pre-training" has 2 values, but "trained on {} tokens" has 1 {}.',
    )
  })
})

it.each([
  ['1,041.6', 1041.6],
  ['15.6T', 15.6e12],
  ['16.55T', 16.55e12],
  ['128k', 128e3],
  ['40M', 40e6],
  ['15 trillion', 15e12],
  ['3.8 × 10^{25}', 3.8e25],
  ['3.8 × 10²⁵', 3.8e25],
  ['8 × 10^{−5}', 8e-5],
  ['0.537', 0.537],
  ['six', 6],
])('reads %s', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

it.each([
  [15.6e12, '12T', '15.6T'],
  [4096, '8,192', '4,096'],
  [3.8e25, '4 × 10^{25}', '3.8 × 10^25'],
  [2e12, '15 trillion', '2 trillion'],
  [0.53, '0.5', '0.53'],
])('writes %d beside %s as %s', (value, typed, text) => {
  expect(formatLike(value, typed)).toBe(text)
})

it.each([
  [16e12, 15.6e12, true],
  [20e12, 15.6e12, true],
  [15e12, 15.6e12, false],
  [50, 52.4, true],
  [40, 52.4, false],
])('tells whether %d is %d, rounded: %s', (typed, exact, expected) => {
  expect(isRounded(typed, exact)).toBe(expected)
})
