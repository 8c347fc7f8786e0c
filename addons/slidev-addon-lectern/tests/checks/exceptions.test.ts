import { describe, expect, it } from 'vitest'

import { applyExceptions, readExceptions } from '../../checks/exceptions.ts'
import type { Exception } from '../../checks/exceptions.ts'
import type { SlideFinding } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import { groupAllowed, groupCauses } from '../../doctor/group-causes.ts'
import { writeDeck } from '../harness/decks.ts'

/** Reads the exceptions of a deck whose second slide declares these, on line 5. */
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

  it('is empty if no slide declares anything', async () => {
    expect(readExceptions(await writeDeck('# One\n\ndoctor: who\n'))).toEqual([])
  })

  it.each(['true', 'overlap', '[overlap]', '{ reason: a label }', '{ allow: 7 }', '{}'])(
    'is refused with its line where it is %s',
    async (doctor) => {
      await expect(readDeclared(doctor)).rejects.toThrow(
        'slides.md:5: "doctor" is malformed. Expected the checks whose findings are intended, ' +
          'and why: `doctor: { allow: [overlap], reason: … }`.',
      )
    },
  )

  it('is refused with the key that is not understood', async () => {
    await expect(readDeclared('{ alow: [overlap] }')).rejects.toThrow(
      'slides.md:5: "doctor" has no setting "alow". Expected the checks',
    )
  })

  it('is refused with the nearest name if there is no such check', async () => {
    await expect(readDeclared('{ allow: [overlaps] }')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: slides.md:5: "doctor" allows "overlaps", which is not a check. Did you mean overlap? The checks are overflow, overlap, images, accessibility, colors, numbers, facts, network, console, links, spelling, fonts, notes.]`,
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

  it('separates the findings of that check on that slide', () => {
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

  it('lets the exception of one slide hide no other slide with the same cause', () => {
    const cause = 'contrast of subtitles'
    const findings = [1, 2, 3].map((slide) => ({ ...finding('overlap', slide), cause }))
    const { findings: rest, allowed } = applyExceptions(findings, [label])
    expect(groupCauses(rest)).toMatchObject([{ slide: 1, slides: [1, 3] }])
    expect(groupAllowed(allowed)).toMatchObject([{ slides: [2], reason: label.reason }])
  })

  it('returns the exceptions without findings', () => {
    const others = [finding('overlap', 3), finding('overflow', 2)]
    expect(applyExceptions(others, [label])).toEqual({
      findings: others,
      allowed: [],
      unused: [label],
    })
  })
})

function finding(check: CheckName, slide: number, text = 'a text'): SlideFinding {
  return {
    check,
    slide,
    file: 'slides.md',
    line: 8,
    seen: `"${text}" is covered by an image`,
    expected: 'every text in sight',
    fix: 'Move it.',
  }
}

describe('the line of a declaration', () => {
  it('is in the frontmatter even if the text has the word too', async () => {
    const deck = await writeDeck('---\ndoctor: { allow: [notes] }\n---\n\nOur doctor: a tool\n')
    expect(readExceptions(deck)).toMatchObject([{ line: 2 }])
  })

  it('is in the file of the importing slide', async () => {
    const deck = await writeDeck(
      '# One\n\n---\nsrc: ./more.md\ndoctor: { allow: [notes] }\n---\n',
      { 'more.md': '# More\n\nText\n' },
    )
    expect(readExceptions(deck)).toMatchObject([{ slide: 2, file: 'slides.md', line: 5 }])
  })
})

describe('what the headmatter declares as intended for the whole deck', () => {
  it.each<[string, string, [CheckName, number, string][]]>([
    ['in one line', 'lectern: { allow: { spelling: Welsh } }', [['spelling', 3, 'Welsh']]],
    [
      'in a list',
      'lectern:\n  allow: [spelling, fonts]',
      [
        ['spelling', 4, ''],
        ['fonts', 4, ''],
      ],
    ],
    ['as one check', 'lectern:\n  allow: spelling', [['spelling', 4, '']]],
    [
      'below each other, under another name too',
      'lectern:\n  allow:\n    # it allows spelling\n    contrast: spelling mistakes stand out\n    spelling: Welsh',
      [
        ['accessibility', 6, 'spelling mistakes stand out'],
        ['spelling', 7, 'Welsh'],
      ],
    ],
    [
      'after a line that allows something else',
      'info: We allow spelling\nlectern:\n  sections: [cover]\n  allow:\n    - spelling',
      [['spelling', 7, '']],
    ],
  ])('is read with its line where it stands %s', async (_where, setting, declared) => {
    const deck = await writeDeck(`---\ntitle: A talk\n${setting}\n---\n\n# One\n\n---\n\n# Two\n`)
    expect(readExceptions(deck).toSorted((one, other) => one.line - other.line)).toEqual(
      declared.map(([check, line, reason]) => ({ check, file: 'slides.md', line, reason })),
    )
  })

  it('is read beside that of a slide', async () => {
    const deck = await writeDeck(
      '---\nlectern: { allow: [spelling] }\ndoctor: { allow: [fonts] }\n---\n\n# One\n',
    )
    expect(readExceptions(deck)).toEqual([
      { check: 'spelling', file: 'slides.md', line: 2, reason: '' },
      { check: 'fonts', slide: 1, file: 'slides.md', line: 3, reason: '' },
    ])
  })

  it('allows the findings of that check on every slide', () => {
    const welsh: Exception = { check: 'spelling', file: 'slides.md', line: 2, reason: 'Welsh' }
    const [first, second] = [finding('spelling', 1), finding('spelling', 9)]
    const other = finding('overlap', 1)
    expect(applyExceptions([first, other, second], [welsh])).toEqual({
      findings: [other],
      allowed: [
        { ...first, reason: 'Welsh' },
        { ...second, reason: 'Welsh' },
      ],
      unused: [],
    })
    expect(applyExceptions([other], [welsh]).unused).toEqual([welsh])
  })
})
