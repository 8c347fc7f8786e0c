import type { DeckModel } from '../../deck/read-deck.ts'
import { findReference } from '../../deck/source-lines.ts'
import { EMPTY_TEXT, EMPTY_TEXT_OF_LARGE } from '../../page/checks/images/alternative-text.ts'
import type { Observation } from '../../page/observation.ts'

/** An observation and the slide it was made on. */
interface OnSlide {
  slide: number
  observation: Observation
}

/**
 * Judges images with an empty alternative text by their source. `![](…)` is a text that nobody wrote. `alt=""` is
 * HTML's mark for decoration: small images with it are dropped, and large ones remain a hint.
 */
export function judgeEmptyTexts<T extends OnSlide>(
  deck: DeckModel,
  observations: readonly T[],
): T[] {
  return observations.flatMap((each) => {
    const { kind, ...observation } = each.observation
    if (kind !== EMPTY_TEXT && kind !== EMPTY_TEXT_OF_LARGE) {
      return each
    }
    if (isMarkdown(deck, each)) {
      return { ...each, observation: { ...observation, severity: 'warning' } }
    }
    return kind === EMPTY_TEXT ? [] : { ...each, observation }
  })
}

/** Tells whether an image is written in Markdown, without a text between its brackets. */
function isMarkdown(deck: DeckModel, { slide, observation: { hint } }: OnSlide): boolean {
  const model = deck.slides[slide - 1]
  const number =
    model && hint.reference !== undefined
      ? findReference(model, hint.reference, hint.nth)
      : undefined
  const line = model?.contentLines.find((each) => each.number === number)
  return line !== undefined && /!\[\s*\]\(/.test(line.text)
}
