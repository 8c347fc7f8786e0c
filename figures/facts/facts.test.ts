// @vitest-environment node
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { compareFacts } from '../../addons/slidev-addon-lectern/checks/facts.ts'
import { findStatements } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import { listTexts } from '../../addons/slidev-addon-lectern/checks/facts/texts.ts'
import { readDeck } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'
import facts from '../facts.ts'

// The talk when its facts were written, because its author may have changed it since.
const deck = await readDeck(join(import.meta.dirname, '../../tests/fixtures/facts/slides.md'))
const texts = deck.slides.flatMap(listTexts)

const named = facts.map((fact) => [`${fact.image ?? 'a text'}: ${fact.quantity}`, fact] as const)

describe.each(named)('%s', (_, fact) => {
  const said = texts
    .filter(({ image }) => image === fact.image)
    .flatMap((text) => findStatements(fact, text.text).map((each) => ({ ...each, text })))

  it('is in the talk, with the value of the data', () => {
    expect(said.length).toBeGreaterThan(0)
    expect(compareFacts(deck, [fact])).toEqual([])
  })

  it('is found on its line when another value is typed', () => {
    const [first] = said
    if (!first) {
      throw new Error('It is not in the talk.')
    }
    const { text, index, typed } = first
    const line = text.lineAt(index)
    const changed = `${text.text.slice(0, index)}77.7${text.text.slice(index + typed.length)}`
    const slide = { ...text.slide, contentLines: [], noteLines: [] }
    const lines = changed.split('\n').map((each) => ({ number: line, text: each }))
    const alt = `<img src="/${fact.image}.png" alt="${changed}">`
    const contentLines = fact.image === undefined ? lines : [{ number: line, text: alt }]
    const found = compareFacts({ ...deck, slides: [{ ...slide, contentLines }] }, [fact])
    expect(found.map((finding) => finding.seen)).toContainEqual(expect.stringContaining('77.7'))
    expect(found[0]).toMatchObject({ check: 'facts', line, file: deck.file })
  })
})

it('knows every number in the alternative texts of the talk', () => {
  const unknown = texts
    .filter(({ kind }) => kind === 'alt')
    .flatMap(({ image, text }) => {
      const known = facts
        .filter((fact) => fact.image === image)
        .flatMap((fact) => findStatements(fact, text))
      const rest = known.reduce(
        (sofar, { index, typed }) =>
          sofar.slice(0, index) + ' '.repeat(typed.length) + sofar.slice(index + typed.length),
        text,
      )
      const numbers = rest.replace(NAMES_RE, '').match(/\d+(?:[.,/]\d+)*(?:[kKMBT]\b)?/g) ?? []
      return numbers.map((number) => `${image}: ${number}`)
    })
  expect(unknown).toEqual([])
})

/** Names that contain digits, and the numbers of panels. */
const NAMES_RE =
  /Llama \d(?:\.\d)?(?: \d+B)?|GPT-4o?|Claude 3\.5|Gemma 2|\b(?:8|70|405)B\b|GSM8K|pass@1|95% intervals|\b[1-4](?: and [1-4])?(?=: |, schematic)/g
