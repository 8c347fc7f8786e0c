import { describe, expect, it } from 'vitest'

import { applyExceptions, readExceptions } from '../../checks/exceptions.ts'
import type { Exception } from '../../checks/exceptions.ts'
import type { Finding } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import { writeDeck } from '../harness/decks.ts'

/** What a deck declares whose second slide says this, on line 5. */
async function readDeclared(doctor: string): Promise<Exception[]> {
  return readExceptions(
    await writeDeck(`# One\n\n---\nlayout: center\ndoctor: ${doctor}\n---\n\n# Two\n`),
  )
}

describe('what a slide declares as intended', () => {
  it.each<[string, string, [CheckName, string][]]>([
    [
      'a list with its reason',
      '{ allow: [overlap, fonts], reason: a label }',
      [
        ['overlap', 'a label'],
        ['fonts', 'a label'],
      ],
    ],
    [
      'a reason for each',
      '{ allow: { overlap: a label, fonts: a logo } }',
      [
        ['overlap', 'a label'],
        ['fonts', 'a logo'],
      ],
    ],
    [
      'a reason for those that have none of their own',
      '{ allow: { overlap: null, fonts: a logo }, reason: a label }',
      [
        ['overlap', 'a label'],
        ['fonts', 'a logo'],
      ],
    ],
    ['a single check', '{ allow: overlap, reason: a label }', [['overlap', 'a label']]],
    ['a list without a reason', '{ allow: [overlap] }', [['overlap', '']]],
    ['lines below each other', '\n  allow:\n    - overlap', [['overlap', '']]],
    ['an empty list', '{ allow: [] }', []],
    ['nothing', '', []],
  ])('is read from %s', async (_form, doctor, declared) => {
    expect(await readDeclared(doctor)).toEqual(
      declared.map(([check, reason]) => ({ check, slide: 2, file: 'slides.md', line: 5, reason })),
    )
  })

  it('is read from an imported slide, with its file and line', async () => {
    const deck = await writeDeck('# One\n\n---\nsrc: ./more.md\n---\n', {
      'more.md': '---\ndoctor: { allow: [notes], reason: they are read out }\n---\n\n# More\n',
    })
    expect(readExceptions(deck)).toEqual([
      { check: 'notes', slide: 2, file: 'more.md', line: 2, reason: 'they are read out' },
    ])
  })

  it('is nothing where no slide declares anything', async () => {
    expect(readExceptions(await writeDeck('# One\n\ndoctor: who\n'))).toEqual([])
  })

  it.each(['true', 'overlap', '[overlap]', '{ reason: a label }', '{ allow: 7 }', '{}'])(
    'is refused with its line where it is %s',
    async (doctor) => {
      await expect(readDeclared(doctor)).rejects.toThrow(
        'slides.md:5: "doctor" is not understood. It takes the checks whose findings are intended, ' +
          'and why: `doctor: { allow: [overlap], reason: … }`.',
      )
    },
  )

  it('is refused with the nearest name where there is no such check', async () => {
    await expect(readDeclared('{ allow: [overlaps] }')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: slides.md:5: "doctor" allows "overlaps", and there is no such check. Did you mean overlap? The checks are overflow, overlap, images, accessibility, colors, numbers, facts, network, console, links, spelling, fonts, notes.]`,
    )
  })
})

describe('applyExceptions', () => {
  const label: Exception = {
    check: 'overlap',
    slide: 2,
    file: 'slides.md',
    line: 5,
    reason: 'a label',
  }

  it('takes the findings of that check on that slide from the others', () => {
    const [first, second] = [finding('overlap', 2), finding('overlap', 2, 'another text')]
    const others = [finding('overlap', 3), finding('overflow', 2)]
    expect(applyExceptions([first, ...others, second], [label])).toEqual({
      findings: others,
      allowed: [
        { ...first, reason: 'a label' },
        { ...second, reason: 'a label' },
      ],
      unused: [],
    })
  })

  it('names the declarations that have nothing to allow', () => {
    const others = [finding('overlap', 3), finding('overflow', 2)]
    expect(applyExceptions(others, [label])).toEqual({
      findings: others,
      allowed: [],
      unused: [label],
    })
  })
})

function finding(check: CheckName, slide: number, text = 'a text'): Finding {
  return {
    check,
    slide,
    file: 'slides.md',
    line: 8,
    seen: `"${text}" is covered by a picture`,
    expected: 'every text in sight',
    fix: 'Move it.',
  }
}

describe('the line of a declaration', () => {
  it('is the frontmatter’s, though the text has the word too', async () => {
    const deck = await writeDeck('---\ndoctor: { allow: [notes] }\n---\n\nOur doctor: a tool\n')
    expect(readExceptions(deck)).toMatchObject([{ line: 2 }])
  })

  it('is in the file of the slide that imports', async () => {
    const deck = await writeDeck(
      '# One\n\n---\nsrc: ./more.md\ndoctor: { allow: [notes] }\n---\n',
      { 'more.md': '# More\n\nText\n' },
    )
    expect(readExceptions(deck)).toMatchObject([{ slide: 2, file: 'slides.md', line: 5 }])
  })
})
