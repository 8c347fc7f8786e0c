import { toPlainTitle } from '../../addons/slidev-addon-lectern/deck/plain-title.ts'
import type { DeckModel, SlideModel } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'

const FENCE_RE = /^\s*(?:```|~~~)/

const HEADING_RE = /^##?\s+(.+?)\s*#*$/

/**
 * Returns the first heading of a slide as its audience reads it: the bench waits for this text. Slidev's title
 * of the first slide is the deck's title, which may differ from the heading.
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
 * Returns the heading of a deck's first slide.
 *
 * @throws {Error} when there is none.
 */
export function readFirstHeading({ slides, file }: Pick<DeckModel, 'slides' | 'file'>): string {
  const heading = slides[0] && readHeading(slides[0])
  if (heading === undefined) {
    throw new Error(
      `${file} has no heading on its first slide. The bench waits for that text. ` +
        'Give the slide one, such as "# Title".',
    )
  }
  return heading
}
