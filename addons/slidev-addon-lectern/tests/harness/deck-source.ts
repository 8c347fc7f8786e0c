import { join } from 'node:path'

import { toNoteText } from '../../deck/note-text.ts'
import { readDeck } from '../../deck/read-deck.ts'
import type { DeckModel, SlideModel } from '../../deck/read-deck.ts'
import { ROOT } from './project-copy.ts'

const IMAGE_RE = /!\[([^\]]*)\]\(|<img [^>]*alt="([^"]*)"/g

/** Letters, digits and spaces only: nothing that Markdown, a build or a PDF writes in another way. */
const WORDS_RE = /[\p{L}\p{N} ]{8,}/u

/** Reads the deck of a folder of `tests/fixtures`. */
export async function loadFixture(fixture: string): Promise<DeckModel> {
  return readDeck(join(ROOT, 'tests/fixtures', fixture))
}

/** Alternative texts of a slide's images, in order. */
export function listAlts({ contentLines }: SlideModel): string[] {
  const source = contentLines.map(({ text }) => text).join('\n')
  return Array.from(source.matchAll(IMAGE_RE), ([, markdown, html]) => markdown ?? html ?? '')
}

/** The first words of each speaker's note of a deck, with the number of its slide. */
export function listNoteWords({ slides }: DeckModel): { slide: number; words: string }[] {
  return slides
    .filter(({ noteLines }) => noteLines.length > 0)
    .map(({ number, noteLines }) => {
      const words = WORDS_RE.exec(toNoteText(noteLines.map(({ text }) => text)))?.[0].trim()
      if (!words) {
        throw new Error(`The note of slide ${number} has no words to look for.`)
      }
      return { slide: number, words }
    })
}
