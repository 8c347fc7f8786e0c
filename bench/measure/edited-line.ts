import type { DeckModel } from '../../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { EditedLine } from './dev-session.ts'

/** A list item in plain words, which every tool shows unchanged. */
const PLAIN_ITEM_RE = /^- ([A-Za-z][\w ,.]*\w)\s*$/

/**
 * Chooses the line of a deck that edits change: the first list item in plain words.
 *
 * @throws {Error} when there is none.
 */
export function chooseEditedLine({ slides, file }: Pick<DeckModel, 'slides' | 'file'>): EditedLine {
  for (const { number, contentLines } of slides) {
    for (const { text } of contentLines) {
      const item = PLAIN_ITEM_RE.exec(text)?.[1]
      if (item !== undefined) {
        return { slide: number, text: item }
      }
    }
  }
  throw new Error(
    `${file} has no list item in plain words, such as "- Outline", that could be edited.`,
  )
}
