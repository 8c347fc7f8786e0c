import { describe, expect, it } from 'vitest'

import { inspectNotes } from '../../checks/notes.ts'
import { writeSlide } from '../harness/decks.ts'

/** Writes a slide whose note begins on line 5. */
function withNote(note: string): string {
  return `# One\n\nText with [click] in it.\n\n<!--\n${note}\n-->\n`
}

describe('the click markers of a note', () => {
  it.each([
    ['no marker', 'Say this.', 0],
    ['no marker on a slide with clicks', 'Say this.', 3],
    ['a marker a click', '[click] One.\n\n[click] Two.', 2],
    ['several markers in a line', 'One [click] two [click] three.', 2],
    ['a marker that skips', '[click:2] Three.\n[click] Four.', 3],
    ['capitals', '[Click] One.', 1],
    ['what only looks like a marker', '[clicks] [click me] [click:x] click', 0],
  ])('are right with %s', async (_what, note, clicks) => {
    expect(inspectNotes(await writeSlide(withNote(note)), clicks)).toEqual([])
  })

  it('are reported at the first one beyond the last click', async () => {
    const slide = await writeSlide(
      withNote('Say this.\n[click] One.\n[click] Two.\n[click] Three.'),
    )
    expect(inspectNotes(slide, 1)).toEqual([
      {
        check: 'notes',
        slide: 1,
        file: 'slides.md',
        line: 8,
        seen: "the note's markers go to click 3 ([click]), but the slide has 1",
        severity: 'warning',
        expected: "markers up to the slide's last click, 1",
        fix: 'Remove the marker, or add the missing click to the slide (`v-click`).',
      },
    ])
  })

  it('are reported at the last one if they end too early', async () => {
    const slide = await writeSlide(withNote('[click] One.\n[click] Two.'))
    expect(inspectNotes(slide, 4)).toEqual([
      {
        check: 'notes',
        slide: 1,
        file: 'slides.md',
        line: 7,
        seen: "the note's markers go to click 2 ([click]), but the slide has 4",
        severity: 'hint',
        expected: "markers up to the slide's last click, 4",
        fix: 'Add `[click]` where the note comes to the last clicks; `[click:2]` counts as two.',
      },
    ])
  })

  it.each([
    [
      '[click] One.',
      0,
      6,
      "the note's markers go to click 1 ([click]), but the slide has no clicks",
    ],
    [
      '[click] One.\n[click:4] Five.',
      3,
      7,
      "the note's markers go to click 5 ([click:4]), but the slide has 3",
    ],
    [
      '[click:4] Five.\n[click] Six.',
      3,
      6,
      "the note's markers go to click 5 ([click:4]), but the slide has 3",
    ],
  ])('%j on a slide with %i clicks are reported on line %i', async (note, clicks, line, seen) => {
    expect(inspectNotes(await writeSlide(withNote(note)), clicks)).toMatchObject([{ line, seen }])
  })

  it('are only read in the note', async () => {
    const slide = await writeSlide('# One\n\n<!-- [click] an aside -->\n\n[click] Text.\n')
    expect(inspectNotes(slide, 0)).toEqual([])
  })
})
