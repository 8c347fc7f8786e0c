import type { SlideModel } from '../deck/read-deck.ts'
import type { SlideFinding } from './finding.ts'

// [click] is the next step, [click:2] the one after that
const MARKER_RE = /\[click(?::(\d+))?\]/gi

/**
 * Compares the click markers of a speaker's note with the slide's clicks. If they differ, the presenter view highlights
 * the wrong part of the note.
 *
 * @param clicks - Number of clicks of the slide.
 */
export function inspectNotes(slide: SlideModel, clicks: number): SlideFinding[] {
  const markers = slide.noteLines.flatMap(({ number, text }) =>
    Array.from(text.matchAll(MARKER_RE), ([marker, steps = '1']) => ({
      line: number,
      marker,
      steps: Number(steps),
    })),
  )
  const marked = markers.reduce((sum, { steps }) => sum + steps, 0)
  const last = markers.at(-1)
  if (!last || marked === clicks) {
    return []
  }
  let reached = 0
  const tooFar = markers.find(({ steps }) => (reached += steps) > clicks)
  const { line, marker } = tooFar ?? last
  return [
    {
      check: 'notes',
      slide: slide.number,
      file: slide.file,
      line,
      seen: `the note's markers go to click ${marked} (${marker}), but the slide has ${clicks === 0 ? 'no clicks' : clicks}`,
      // With too few markers, the last part of the note stays highlighted.
      severity: marked > clicks ? 'warning' : 'hint',
      expected: `markers up to the slide's last click, ${clicks}`,
      fix:
        marked > clicks
          ? 'Remove the marker, or add the missing click to the slide (`v-click`).'
          : 'Add `[click]` where the note comes to the last clicks; `[click:2]` counts as two.',
    },
  ]
}
