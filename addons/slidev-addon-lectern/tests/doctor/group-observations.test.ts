import { describe, expect, it } from 'vitest'

import type { Finding, Mode } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { locate, groupObservations, sortFindings } from '../../doctor/group-observations.ts'
import type { VisitedStates } from '../../doctor/group-observations.ts'
import type { SlideObservation } from '../../doctor/visit.ts'
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

/** A fault of the second slide's first text, seen in these states. */
function sight(
  states: readonly [Mode, number][],
  changes: Partial<Observation> = {},
): SlideObservation[] {
  const fault = faultOf('the second text', changes)
  return states.map(([mode, clicks]) => ({ check: 'overflow', slide: 2, mode, clicks, fault }))
}

/** A fault of a slide in all of its states. */
function sightOn(
  slide: number,
  fault: Observation,
  check: CheckName = 'overflow',
): SlideObservation[] {
  return VISITED.modes.flatMap((mode) =>
    Array.from({ length: (VISITED.clicks.get(slide)?.last ?? 0) + 1 }, (_, clicks) => ({
      check,
      slide,
      mode,
      clicks,
      fault,
    })),
  )
}

function faultOf(text: string, changes: Partial<Observation> = {}): Observation {
  return {
    place: { text },
    seen: `"${text}" is cut off`,
    expected: 'text within the slide',
    fix: 'Shorten it.',
    ...changes,
  }
}

/** Slide, line and text of each finding. */
function placesOf(findings: readonly Finding[]): [slide: number, line: number, seen: string][] {
  return findings.map(({ slide, line, seen }) => [slide, line, seen])
}

async function merge(...sightings: SlideObservation[][]): Promise<Finding[]> {
  return groupObservations(await writeDeck(DECK), sightings.flat(), VISITED)
}

describe('a fault that is seen more than once', () => {
  it('is one finding, with the line the author would edit', async () => {
    expect(await merge(sightOn(2, faultOf('the second text')))).toEqual([
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
  ])('says so where only %s shows it', async (_states, states, when) => {
    expect(await merge(sight(states))).toMatchObject([{ line: 9, when }])
  })

  it('names no mode where the deck has only one', async () => {
    const visited = { ...VISITED, modes: ['light'] as const }
    const deck = await writeDeck(DECK)
    const findings = groupObservations(deck, sight([['light', 1]]), visited)
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
  ])('is told from its first sight where states differ in %s', async (_what, seen, later) => {
    const findings = await merge(
      sight([['light', 0]], { seen }),
      sight([['dark', 0]], { seen: later }),
    )
    expect(findings).toMatchObject([{ seen, when: 'at click 0' }])
  })
})

describe('two faults', () => {
  const second = faultOf('the second text')

  it.each<[string, SlideObservation[], SlideObservation[]]>([
    ['say something else', sightOn(2, second), sightOn(2, { ...second, seen: 'it is covered' })],
    ['are of two checks', sightOn(2, second), sightOn(2, second, 'overlap')],
    ['stand on two slides', sightOn(1, second), sightOn(3, second)],
    [
      'stand on two lines',
      sightOn(2, { ...second, place: { text: 'another text' } }),
      sightOn(2, { ...second, place: { text: 'another text', nth: 1 } }),
    ],
    ['have two kinds', sightOn(2, { ...second, kind: 'a' }), sightOn(2, { ...second, kind: 'b' })],
    [
      'of one kind stand on two slides',
      sightOn(1, { ...second, kind: 'a' }),
      sightOn(2, { ...second, kind: 'a' }),
    ],
  ])('stay two where they %s', async (_difference, one, other) => {
    expect(await merge(one, other)).toHaveLength(2)
  })

  it('are one, told from the first, where they are of one kind on one slide', async () => {
    const kind = 'contrast of #777777 on #ffffff'
    const findings = await merge(
      sightOn(2, faultOf('the second text', { kind })),
      sightOn(2, faultOf('another text', { kind })),
    )
    expect(placesOf(findings)).toEqual([[2, 9, '"the second text" is cut off']])
  })
})

describe('a fault of the whole deck', () => {
  const missing: Partial<Observation> = { kind: 'missing Gill Sans', isDeckWide: true }

  it('is one finding, told from the first slide that shows it', async () => {
    const findings = await merge(
      sightOn(2, faultOf('another text', missing)),
      sightOn(3, faultOf('Three', missing)),
      sightOn(1, faultOf('the first text', missing)),
    )
    expect(placesOf(findings)).toEqual([[2, 10, '"another text" is cut off']])
  })

  it('is not said to be of a state', async () => {
    const [finding] = await merge(sight([['dark', 2]], missing))
    expect(finding).not.toHaveProperty('when')
  })

  it('stands in the headmatter that says it, and where a slide says it for itself there too', async () => {
    const moving: Observation = {
      place: { reference: 'transition:' },
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
    const sightings = [3, 2, 1].flatMap((slide) => sightOn(slide, moving))
    expect(placesOf(groupObservations(deck, sightings, VISITED))).toEqual([
      [1, 3, 'slides move in'],
      [2, 10, 'slides move in'],
    ])
  })
})

describe('the place of what a slide shows', () => {
  /** A headmatter, a slide of the entry's, and one with frontmatter of another file. */
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
  ])('is found for %s', async (_what, slide, place, found) => {
    expect(locate(await load(), slide, place)).toEqual(found)
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
