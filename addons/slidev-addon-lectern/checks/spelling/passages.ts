import type { DeckModel, SlideModel, SourceLine } from '../../deck/read-deck.ts'
import { joinLines } from '../../deck/source-lines.ts'
import { keepProse } from './prose.ts'

/** A part of a slide's prose. */
export interface Passage {
  slide: SlideModel
  /** Text as written. */
  markdown: string
  /** Text as `keepProse` returns it. */
  prose: string
  /** Line of the author's file for each line of the prose. */
  lines: readonly number[]
  /** Whether it is the speaker's note. */
  isNote: boolean
}

const KEY_RE = /^(?<key>[\w-]+)[^\S\n]*:/
/** Keys of the headmatter whose values are prose. */
const PROSE_KEYS = new Set(['title', 'info'])

/** Lists the English prose of a deck in order: title and info of the headmatter, then each slide's text and note. */
export function listPassages(deck: DeckModel): Passage[] {
  return deck.slides
    .filter(({ frontmatter }) => isEnglish(frontmatter.lang ?? readLanguage(deck)))
    .flatMap((slide) => [
      toPassage(slide, slide.number === 1 ? keepProseKeys(slide.frontmatterLines) : []),
      toPassage(slide, slide.contentLines),
      { ...toPassage(slide, uncomment(slide.noteLines)), isNote: true },
    ])
}

function toPassage(slide: SlideModel, lines: readonly SourceLine[]): Passage {
  const markdown = joinLines(lines)
  return {
    slide,
    markdown,
    prose: keepProse(markdown),
    lines: lines.map(({ number }) => number),
    isNote: false,
  }
}

/** Returns the language that the headmatter names: `lang: fr`, or Slidev's `htmlAttrs: { lang: fr }`. */
export function readLanguage({ headmatter }: DeckModel): unknown {
  const attributes: unknown = headmatter['htmlAttrs']
  const isNamed = typeof attributes === 'object' && attributes !== null && 'lang' in attributes
  return headmatter['lang'] ?? (isNamed ? attributes.lang : undefined)
}

/** Tells whether a `lang` of a slide or deck is English, which is the default. */
function isEnglish(lang: unknown): boolean {
  return lang === undefined || (typeof lang === 'string' && /^en(?![a-z])/i.test(lang))
}

/** Keeps the headmatter's values that are prose, without keys and indentation. */
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

/** Removes a note's comment marks. */
function uncomment(lines: readonly SourceLine[]): SourceLine[] {
  return lines.map(({ number, text }, index) => ({
    number,
    text: text
      .replace(index === 0 ? /^\s*<!--/ : /^$/, '')
      .replace(index === lines.length - 1 ? /-->\s*$/ : /^$/, ''),
  }))
}
