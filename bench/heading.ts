import { toPlainTitle } from '../addons/slidev-addon-addon/markdown/plain-title.ts'
import type { DeckModel, SlideModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'

const FENCE_RE = /^\s*(?:```|~~~)/

const HEADING_RE = /^##?\s+(.+?)\s*#*$/

/**
 * First heading of a slide as its audience reads it, by which the bench sees that the slide is there. The
 * deck's title, which Slidev takes for that of the first slide, may be another one.
 *
 * @returns `undefined` where there is none.
 */
export function readHeading({
  contentLines,
}: Pick<SlideModel, 'contentLines'>): string | undefined {
  let isInFence = false
  for (const { text } of contentLines) {
    if (FENCE_RE.test(text)) {
      isInFence = !isInFence
    }
    const heading = isInFence ? undefined : HEADING_RE.exec(text)?.[1]
    if (heading !== undefined) {
      return toPlainTitle(heading)
    }
  }
  return undefined
}

/**
 * Heading of a deck's first slide.
 *
 * @throws {Error} when there is none.
 */
export function readFirstHeading({ slides, file }: Pick<DeckModel, 'slides' | 'file'>): string {
  const heading = slides[0] && readHeading(slides[0])
  if (heading === undefined) {
    throw new Error(
      `${file} has no heading on its first slide, by which the bench sees that the slide is there. ` +
        'Give it one, such as "# Title".',
    )
  }
  return heading
}
