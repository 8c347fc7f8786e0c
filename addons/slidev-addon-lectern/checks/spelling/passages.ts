import type { DeckModel, SlideModel, SourceLine } from '../../deck/read-deck.ts'
import { keepProse } from './prose.ts'

/** A stretch of prose of a slide. */
export interface Passage {
  slide: SlideModel
  /** Text as `keepProse` leaves it. */
  prose: string
  /** Line of the author's file, by line of the prose. */
  lines: readonly number[]
  /** Whether it is the speaker's note, which the audience does not see. */
  isNote: boolean
}

const KEY_RE = /^(?<key>[\w-]+)[^\S\n]*:/
/** Entries of the headmatter that are prose. */
const PROSE_KEYS = new Set(['title', 'info'])

/** The English prose of a deck, in its order: of the headmatter title and info, then text and note. */
export function listPassages(deck: DeckModel): Passage[] {
  return deck.slides
    .filter(({ frontmatter }) => isEnglish(frontmatter.lang ?? deck.headmatter.lang))
    .flatMap((slide) => [
      toPassage(slide, slide.number === 1 ? keepProseKeys(slide.frontmatterLines) : []),
      toPassage(slide, slide.contentLines),
      { ...toPassage(slide, uncomment(slide.noteLines)), isNote: true },
    ])
}

function toPassage(slide: SlideModel, lines: readonly SourceLine[]): Passage {
  return {
    slide,
    prose: keepProse(lines.map(({ text }) => text).join('\n')),
    lines: lines.map(({ number }) => number),
    isNote: false,
  }
}

/** Whether a `lang` of a slide or deck is English, as it is where none is given. */
function isEnglish(lang: unknown): boolean {
  return lang === undefined || (typeof lang === 'string' && /^en(?![a-z])/i.test(lang))
}

/** The values of the headmatter that are prose, without their keys and indentation. */
function keepProseKeys(lines: readonly SourceLine[]): SourceLine[] {
  let isProse = false
  return lines.slice(1, -1).flatMap(({ number, text }) => {
    const key = KEY_RE.exec(text)
    if (/^\S/.test(text)) {
      isProse = PROSE_KEYS.has(key?.groups?.key ?? '')
    }
    const value = key ? text.slice(key[0].length).replace(/\s#.*$/, '') : text
    return isProse ? [{ number, text: value.trim() }] : []
  })
}

/** A note without its comment's marks. */
function uncomment(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map(({ number, text }, index) => ({
    number,
    text: text
      .replace(index === 0 ? /^\s*<!--/ : /^$/, '')
      .replace(index === lines.length - 1 ? /-->\s*$/ : /^$/, ''),
  }))
}
