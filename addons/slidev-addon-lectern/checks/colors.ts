import { escapePattern } from '../deck/escape-pattern.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { LOST_FOOTNOTE, RAW_MARKUP } from '../page/checks/colors.ts'
import type { Observation } from '../page/observation.ts'

/** An observation and the slide it was made on. */
interface OnSlide {
  slide: number
  observation: Observation
}

/**
 * Drops observations of markup that its author escaped, such as `\[text]{color=red}`, to show it as text, and of
 * footnotes that the slide's source does not have.
 */
export function dropEscapedMarkup<T extends OnSlide>(
  deck: DeckModel,
  observations: readonly T[],
): T[] {
  return observations.flatMap((each) => {
    const { kind, ...observation } = each.observation
    if (kind !== RAW_MARKUP && kind !== LOST_FOOTNOTE) {
      return each
    }
    const markup = observation.hint.alternatives?.at(-1) ?? ''
    const written = listWritten(deck, each.slide, markup)
    // Formatted markup is written otherwise: `[**x**]{color=red}`.
    const isFormatted = kind === RAW_MARKUP && written.length === 0
    return isFormatted || written.includes(markup) ? { ...each, observation } : []
  })
}

/** Lists the places of markup in a slide's source, as they are written there: with backslashes or without. */
function listWritten({ slides }: DeckModel, slide: number, markup: string): string[] {
  const lines = slides[slide - 1]?.contentLines ?? []
  const pattern = new RegExp(
    Array.from(markup, (each) => `\\\\?${escapePattern(each)}`).join(''),
    'g',
  )
  return lines.flatMap(({ text }) => text.match(pattern) ?? [])
}
