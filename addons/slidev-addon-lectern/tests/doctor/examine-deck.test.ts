import { afterEach, describe, expect, it, vi } from 'vitest'

import { examineDeck } from '../../doctor/examine-deck.ts'
import { formatReport } from '../../doctor/report.ts'
import { writeFolder } from '../harness/decks.ts'

const DECK = `---
lectern: { allow: { spelling: a talk about slips } }
---

# A recieved text

---

# A seperate text
`

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an examination of a deck whose YAML cannot be read', () => {
  it('finds the line, for programs as well', async () => {
    const folder = writeFolder({ 'slides.md': '---\ntitle: One: two\n---\n\n# A heading\n' })
    const { slides, findings, unbuilt } = await examineDeck({ entry: folder })
    expect(slides).toEqual([])
    expect(findings).toMatchObject([{ severity: 'error', slide: 1, slides: [1], line: 2 }])
    expect(findings[0]?.seen).toContain('"title: One: two" is no YAML')
    expect(unbuilt).toContain(':2: ')
  })
})

describe('an examination of the source alone', () => {
  it('needs nothing but the path of the deck', async () => {
    const folder = writeFolder({ 'slides.md': '# A recieved text\n' })
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    const { deck, findings } = await examineDeck({ entry: 'slides.md', checks: ['spelling'] })
    expect(deck).toBe('slides.md')
    expect(findings).toMatchObject([{ check: 'spelling', slide: 1, line: 1 }])
  })

  it('allows what the headmatter allows on every slide', async () => {
    const diagnosis = await examineDeck({
      entry: 'slides.md',
      workingFolder: writeFolder({ 'slides.md': DECK }),
      checks: ['spelling'],
    })
    expect(diagnosis).toMatchObject({
      findings: [],
      allowed: [
        { slide: 1, reason: 'a talk about slips' },
        { slide: 2, reason: 'a talk about slips' },
      ],
      unused: [],
    })
  })

  it.each([
    ['all slides are examined', undefined, [{ check: 'spelling', file: 'slides.md', line: 2 }]],
    ['some slides are examined', '1', []],
  ])('names an exception of the deck as unused only if %s', async (_when, slides, unused) => {
    const markdown = DECK.replace('recieved', 'received').replace('seperate', 'separate')
    const diagnosis = await examineDeck({
      entry: 'slides.md',
      workingFolder: writeFolder({ 'slides.md': markdown }),
      checks: ['spelling'],
      slides,
    })
    expect(diagnosis.unused).toMatchObject(unused)
    expect(diagnosis.unused).toHaveLength(unused.length)
    expect(formatReport(diagnosis).includes('slides.md:2: "lectern.allow" allows spelling')).toBe(
      unused.length > 0,
    )
  })
})
