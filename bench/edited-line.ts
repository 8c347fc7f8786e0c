import type { DeckModel } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { EditedLine } from './dev-server.ts'

/** An item of a list in plain words, which every tool shows as they stand. */
const PLAIN_ITEM_RE = /^- ([A-Za-z][\w ,.]*\w)\s*$/

/**
 * The line of a deck that is edited to see how soon it shows: the first list item in plain words.
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
