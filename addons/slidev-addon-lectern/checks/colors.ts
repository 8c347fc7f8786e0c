import { escapePattern } from '../deck/escape-pattern.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { RAW_MARKUP } from '../page/checks/colors.ts'
import type { Observation } from '../page/observation.ts'

/** An observation and the slide it was made on. */
interface OnSlide {
  slide: number
  observation: Observation
}

/** Drops observations of markup that its author escaped, such as `\[text]{color=red}`, to show it as text. */
export function dropEscapedMarkup<T extends OnSlide>(
  deck: DeckModel,
  observations: readonly T[],
): T[] {
  return observations.flatMap((each) => {
    const { kind, ...observation } = each.observation
    if (kind !== RAW_MARKUP) {
      return each
    }
    return isEscaped(deck, each) ? [] : { ...each, observation }
  })
}

/** Tells whether a slide's source has the markup only with backslashes. */
function isEscaped({ slides }: DeckModel, { slide, observation }: OnSlide): boolean {
  const lines = slides[slide - 1]?.contentLines ?? []
  const markup = observation.hint.alternatives?.at(-1) ?? ''
  const pattern = new RegExp(
    Array.from(markup, (each) => `\\\\?${escapePattern(each)}`).join(''),
    'g',
  )
  const written = lines.flatMap(({ text }) => text.match(pattern) ?? [])
  return written.length > 0 && written.every((each) => each !== markup)
}
