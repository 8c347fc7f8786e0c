import { toNoteText } from '../../deck/note-text.ts'
import { readDeck } from '../../deck/read-deck.ts'
import type { DeckModel, SlideModel } from '../../deck/read-deck.ts'
import { joinLines } from '../../deck/source-lines.ts'
import { FIXTURES } from './project-copy.ts'
import type { Fixture } from './project-copy.ts'

const IMAGE_RE = /!\[([^\]]*)\]\(|<img [^>]*alt="([^"]*)"/g

/** Letters, digits and spaces only, because Markdown, a build and a PDF write everything else differently. */
const WORDS_RE = /[\p{L}\p{N} ]{8,}/u

/** Reads a fixture deck. */
export async function loadFixture(fixture: Fixture): Promise<DeckModel> {
  return readDeck(FIXTURES[fixture])
}

/** Returns the alternative texts of a slide's images, in order. */
export function listAlts({ contentLines }: SlideModel): string[] {
  const source = joinLines(contentLines)
  return Array.from(source.matchAll(IMAGE_RE), ([, markdown, html]) => markdown ?? html ?? '')
}

/** Returns the first words of each speaker's note of a deck, with the number of its slide. */
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

/** Returns the only slide of `slides.md`, with nothing but its text. */
export function slideOf(content: string): SlideModel {
  return {
    number: 1,
    file: 'slides.md',
    path: '/talk/slides.md',
    title: '',
    frontmatter: {},
    ownFrontmatter: {},
    frontmatterLines: [],
    contentLines: content.split('\n').map((text, index) => ({ number: index + 1, text })),
    importers: [],
    noteLines: [],
    images: [],
  }
}
