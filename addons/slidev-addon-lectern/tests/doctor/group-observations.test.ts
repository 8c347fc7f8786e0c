import { describe, expect, it } from 'vitest'

import type { Finding, Mode, SlideFinding } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { groupCauses } from '../../doctor/group-causes.ts'
import { groupObservations, sortFindings } from '../../doctor/group-observations.ts'
import type { VisitedStates } from '../../doctor/group-observations.ts'
import { locateFinding } from '../../doctor/locate-finding.ts'
import type { SlideObservation } from '../../doctor/visit-slide.ts'
import type { Observation } from '../../page/observation.ts'
import { writeDeck } from '../harness/decks.ts'

const DECK = `# One

- the first text

---

# Two

- the second text
- another text
- another text

---

# Three
`

/** Slide 2 has two clicks, the others none. */
const VISITED: VisitedStates = {
  modes: ['light', 'dark'],
  clicks: new Map([
    [1, { first: 0, last: 0 }],
    [2, { first: 0, last: 2 }],
    [3, { first: 0, last: 0 }],
  ]),
}

/** Observes the second slide's first text in these states. */
function observe(
  states: readonly [Mode, number][],
  changes: Partial<Observation> = {},
): SlideObservation[] {
  const observation = observationOf('the second text', changes)
  return states.map(([mode, clicks]) => ({
    check: 'overflow',
    slide: 2,
    mode,
    clicks,
    observation,
  }))
}

/** Makes an observation in all states of a slide. */
function observeOn(
  slide: number,
  observation: Observation,
  check: CheckName = 'overflow',
): SlideObservation[] {
  return VISITED.modes.flatMap((mode) =>
    Array.from({ length: (VISITED.clicks.get(slide)?.last ?? 0) + 1 }, (_, clicks) => ({
      check,
      slide,
      mode,
      clicks,
      observation,
    })),
  )
}

function observationOf(text: string, changes: Partial<Observation> = {}): Observation {
  return {
    hint: { text },
    seen: `"${text}" is cut off`,
    expected: 'text within the slide',
    fix: 'Shorten it.',
    ...changes,
  }
}

/** Returns slide, line and text of each finding. */
function linesOf(findings: readonly SlideFinding[]): [slide: number, line: number, seen: string][] {
  return findings.map(({ slide, line, seen }) => [slide, line, seen])
}

async function merge(...observations: SlideObservation[][]): Promise<SlideFinding[]> {
  return groupObservations(await writeDeck(DECK), observations.flat(), VISITED)
}

/** Makes one finding of each cause in the deck, as an examination does. */
async function mergeDeck(...observations: SlideObservation[][]): Promise<Finding[]> {
  return groupCauses(sortFindings(await merge(...observations)))
}

describe('an observation in several states', () => {
  it('is one finding, with the line the author would edit', async () => {
    expect(await merge(observeOn(2, observationOf('the second text')))).toEqual([
      {
        check: 'overflow',
        slide: 2,
        file: 'slides.md',
        line: 9,
        seen: '"the second text" is cut off',
        expected: 'text within the slide',
        fix: 'Shorten it.',
      },
    ])
  })

  it.each<[string, [Mode, number][], string]>([
    [
      'one mode',
      [
        ['dark', 0],
        ['dark', 1],
        ['dark', 2],
      ],
      'in dark mode',
    ],
    [
      'one click',
      [
        ['light', 2],
        ['dark', 2],
      ],
      'at click 2',
    ],
    [
      'some clicks',
      [
        ['light', 2],
        ['dark', 1],
        ['light', 1],
      ],
      'at click 1, 2',
    ],
    ['one click of one mode', [['light', 1]], 'in light mode, at click 1'],
    [
      'the state before the first click',
      [
        ['light', 0],
        ['dark', 0],
      ],
      'at click 0',
    ],
  ])('says if only %s shows it', async (_states, states, when) => {
    expect(await merge(observe(states))).toMatchObject([{ line: 9, when }])
  })

  it('names no mode if the deck has only one', async () => {
    const visited = { ...VISITED, modes: ['light'] as const }
    const deck = await writeDeck(DECK)
    const findings = groupObservations(deck, observe([['light', 1]]), visited)
    expect(findings).toMatchObject([{ when: 'at click 1' }])
  })

  it.each([
    ['lengths', '"the second text" is 12 px too wide', '"the second text" is 8.5 px too wide'],
    ['colors', 'the text is #fff on #ABCDEF12', 'the text is #1a2b3c on #000'],
    [
      'counts',
      '"the second text" and 2 more are cut off',
      '"the second text" and 11 more are cut off',
    ],
  ])('quotes its first state where the states differ in %s', async (_what, seen, later) => {
    const findings = await merge(
      observe([['light', 0]], { seen }),
      observe([['dark', 0]], { seen: later }),
    )
    expect(findings).toMatchObject([{ seen, when: 'at click 0' }])
  })
})

describe('two observations', () => {
  const second = observationOf('the second text')

  it.each<[string, SlideObservation[], SlideObservation[]]>([
    [
      'say something else',
      observeOn(2, second),
      observeOn(2, { ...second, seen: 'it is covered' }),
    ],
    ['are of two checks', observeOn(2, second), observeOn(2, second, 'images')],
    ['stand on two slides', observeOn(1, second), observeOn(3, second)],
    [
      'stand on two lines',
      observeOn(2, { ...second, hint: { text: 'another text' } }),
      observeOn(2, { ...second, hint: { text: 'another text', nth: 1 } }),
    ],
    [
      'have two kinds',
      observeOn(2, { ...second, kind: 'a' }),
      observeOn(2, { ...second, kind: 'b' }),
    ],
    [
      'of one kind stand on two slides',
      observeOn(1, { ...second, kind: 'a' }),
      observeOn(2, { ...second, kind: 'a' }),
    ],
  ])('stay two if they %s', async (_difference, one, other) => {
    expect(await merge(one, other)).toHaveLength(2)
  })

  it('are one finding with the text of the first if they are of one kind on one slide', async () => {
    const kind = 'contrast of #777777 on #ffffff'
    const findings = await merge(
      observeOn(2, observationOf('the second text', { kind })),
      observeOn(2, observationOf('another text', { kind })),
    )
    expect(linesOf(findings)).toEqual([[2, 9, '"the second text" is cut off']])
  })
})

describe('an observation of the whole deck', () => {
  const missing: Partial<Observation> = { kind: 'missing Gill Sans', isDeckWide: true }

  it('is one finding with the text of the first slide and the numbers of all', async () => {
    const findings = await mergeDeck(
      observeOn(2, observationOf('another text', missing)),
      observeOn(3, observationOf('Three', missing)),
      observeOn(1, observationOf('the first text', missing)),
    )
    expect(linesOf(findings)).toEqual([[1, 3, '"the first text" is cut off']])
    expect(findings[0]?.slides).toEqual([1, 2, 3])
  })

  it('is one finding with the text of the worst slide, and as severe as that one', async () => {
    const findings = await mergeDeck(
      observeOn(1, observationOf('One', { ...missing, badness: 1, severity: 'hint' })),
      observeOn(2, observationOf('another text', { ...missing, badness: 3, severity: 'error' })),
      observeOn(3, observationOf('Three', { ...missing, badness: 2, severity: 'warning' })),
    )
    expect(findings).toMatchObject(
      [{ slide: 2, line: 10, slides: [1, 2, 3], severity: 'error', seen: /another text/ }].map(
        (each) => ({ ...each, seen: expect.stringMatching(each.seen) }),
      ),
    )
  })

  it('names and counts the items of all slides, each once', async () => {
    const lacking = (...items: string[]): Partial<Observation> => ({
      ...missing,
      seen: '{count character} in no font: {items}',
      items,
    })
    const [finding] = await mergeDeck(
      observeOn(1, observationOf('One', lacking('"한"', '"국"'))),
      observeOn(2, observationOf('Two', lacking('"국"', '"ไ"'))),
    )
    expect(finding?.seen).toBe('3 characters in no font: "한", "국" and "ไ"')
  })

  it.each<[string, SlideObservation[], string | undefined]>([
    ['of its slide', observe([['dark', 2]], missing), 'in dark mode, at click 2'],
    [
      'that all slides have in common',
      [
        ...observe([['dark', 2]], missing),
        ...observeOn(3, observationOf('Three', missing)).filter(({ mode }) => mode === 'dark'),
      ],
      'in dark mode',
    ],
    [
      'only where slides have one in common',
      [...observe([['dark', 2]], missing), ...observeOn(3, observationOf('Three', missing))],
      undefined,
    ],
    [
      'only where its cause is looked for in every one',
      observe([['light', 0]], { ...missing, isStructural: true }),
      undefined,
    ],
  ])('names the state %s', async (_which, observations, when) => {
    const findings = await mergeDeck(observations)
    expect(findings.map((finding) => finding.when)).toEqual([when])
  })

  it('is in the headmatter, and on slides that declare it for themselves', async () => {
    const moving: Observation = {
      hint: { reference: 'transition:' },
      seen: 'slides move in',
      expected: 'no movement',
      fix: 'Use `transition: fade`.',
      kind: 'slide movement',
      isDeckWide: true,
    }
    const deck = await writeDeck(
      '---\ntitle: A talk\ntransition: slide-left\n---\n\n# One\n\n' +
        '---\nlayout: center\ntransition: slide-up\n---\n\n# Two\n\n---\n\n# Three\n',
    )
    const observations = [3, 2, 1].flatMap((slide) => observeOn(slide, moving))
    const findings = groupCauses(sortFindings(groupObservations(deck, observations, VISITED)))
    expect(linesOf(findings)).toEqual([
      [1, 3, 'slides move in'],
      [2, 10, 'slides move in'],
    ])
  })
})

describe('a text that is in no slide’s Markdown', () => {
  const DRAWN =
    '---\ntitle: A talk\nfooter: The spring school\n---\n\n# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n---\n\n# Four\n'

  /** Returns place and text of the findings of a text on these slides. */
  async function findOn(
    slides: readonly number[],
    text: string,
  ): Promise<[number, number, string][]> {
    const deck = await writeDeck(DRAWN)
    const pale = observationOf(text, { kind: 'pale', isDeckWide: true })
    const observations = slides.flatMap((slide) => observeOn(slide, pale))
    return linesOf(groupCauses(sortFindings(groupObservations(deck, observations, VISITED))))
  }

  it.each([
    ['at the top of the headmatter', 'page 3 of 4', 1],
    ['on its line of the headmatter', 'The spring school', 3],
  ])('is of the theme where most slides have it, and stands %s', async (_where, text, line) => {
    expect(await findOn([1, 2, 3, 4], text)).toEqual([
      [1, line, `"${text}" is cut off, in the theme's layout or a global layer`],
    ])
  })

  it('may be of a component where fewer have it', async () => {
    expect(await findOn([2, 3], 'a label')).toEqual([[2, 10, '"a label" is cut off']])
  })
})

describe('a text that is covered', () => {
  const cut = observationOf('another text', { texts: ['the second text', 'another text'] })
  const covered = observationOf('the second text', { seen: 'it is covered' })

  it.each<[string, SlideObservation[], string[]]>([
    ['is left out where it overflows', observeOn(2, covered, 'overlap'), []],
    [
      'is found in other states',
      observeOn(2, covered, 'overlap').filter(({ clicks }) => clicks > 0),
      ['overlap'],
    ],
    [
      'is found together with one that does not overflow',
      observeOn(2, { ...covered, texts: ['the second text', 'Two'] }, 'overlap'),
      ['overlap'],
    ],
    ['is found on another slide', observeOn(3, covered, 'overlap'), ['overlap']],
  ])('%s', async (_where, overlap, checks) => {
    const overflow = observeOn(2, cut).filter(({ clicks }) => checks.length === 0 || clicks === 0)
    const found = (await merge(overflow, overlap)).map(({ check }) => check)
    expect(found).toEqual(['overflow', ...checks])
  })
})

describe('the line of an observation', () => {
  /** Loads a deck with a headmatter, a slide of the entry, and one of another file with frontmatter. */
  async function load(): Promise<DeckModel> {
    return writeDeck(
      '---\nbackground: /ground.png\nfonts:\n  sans: Gill Sans\n---\n\n# One\n\n---\n\n# Two\n\n![chart](/chart.png)\n\n---\nsrc: ./more.md\n---\n',
      { 'more.md': '---\nbackground: /ground.png\n---\n\n# More\n' },
    )
  }

  it.each([
    ['a text', 2, { text: 'Two' }, { slide: 2, file: 'slides.md', line: 11 }],
    ['a reference', 2, { reference: '/chart.png' }, { slide: 2, file: 'slides.md', line: 13 }],
    [
      'what the headmatter says',
      2,
      { reference: '/ground.png' },
      { slide: 1, file: 'slides.md', line: 2 },
    ],
    [
      'what its frontmatter says',
      3,
      { reference: '/ground.png' },
      { slide: 3, file: 'more.md', line: 2 },
    ],
    ['what nobody says', 2, { reference: '/none.png' }, { slide: 2, file: 'slides.md', line: 11 }],
    [
      'a text, though the headmatter has its reference',
      2,
      { text: 'Two', reference: 'sans:' },
      { slide: 2, file: 'slides.md', line: 11 },
    ],
    [
      'a slide that the deck does not have',
      9,
      { text: 'Two' },
      { slide: 9, file: 'slides.md', line: 1 },
    ],
  ])('is found for %s', async (_what, slide, hint, found) => {
    expect(locateFinding(await load(), slide, hint)).toEqual(found)
  })
})

it('sorts findings by slide, line and the order of the checks', () => {
  const findings = (
    [
      [12, 3, 'overflow'],
      [2, 9, 'notes'],
      [2, 9, 'overflow'],
      [2, 10, 'overflow'],
      [2, 9, 'images'],
      [1, 40, 'fonts'],
    ] as const
  ).map(([slide, line, check]) => ({
    slide,
    line,
    check,
    file: 'slides.md',
    seen: '',
    expected: '',
    fix: '',
  }))
  expect(
    sortFindings(findings).map(({ slide, line, check }) => `${slide}:${line} ${check}`),
  ).toEqual([
    '1:40 fonts',
    '2:9 overflow',
    '2:9 images',
    '2:9 notes',
    '2:10 overflow',
    '12:3 overflow',
  ])
})
