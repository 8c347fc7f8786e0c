import { decodePath } from './decode-path.ts'
import { escapePattern } from './escape-pattern.ts'
import type { SlideModel, SourceLine } from './read-deck.ts'

/** What of a slide is looked for in its source. */
export interface Place {
  /** A text as the slide shows it; Markdown around and within it does not matter. */
  text?: string
  /** Something that stands in the source as it is: a path, an address, an attribute. */
  reference?: string
  /** Other things of this kind, tried after it. */
  alternatives?: readonly string[]
  /** Which of several equal ones, from 0. */
  nth?: number
}

/**
 * The line of the author's file that a place on the slide comes from.
 *
 * A reference is looked for in text, frontmatter and note, and again without its folder and the hash that
 * a build adds. A text is found by its words, so that `**bold** [red]{color=red}` is where "bold red"
 * comes from. What is not found stands on the slide's first line of text.
 *
 * @returns 1-based line.
 */
export function findLine(slide: SlideModel, place: Place): number {
  const { text, reference, alternatives = [], nth = 0 } = place
  for (const each of [reference, ...alternatives]) {
    const line = each === undefined ? undefined : findReference(slide, each, nth)
    if (line !== undefined) {
      return line
    }
  }
  const line = text === undefined ? undefined : findText(slide.contentLines, text, nth)
  return line ?? firstLine(slide)
}

/** The slide's first line of text, or its frontmatter's where it has none. */
export function firstLine({ contentLines, frontmatterLines }: SlideModel): number {
  const line = contentLines.find(({ text }) => text.trim() !== '')
  return (line ?? frontmatterLines[0] ?? contentLines[0])?.number ?? 1
}

/** The hash Vite puts before a name's ending: eight characters, not all of them small letters. */
const HASH_RE = /-(?=[\w-]*[A-Z\d_])[\w-]{8}(?=\.\w+$)/

/** A file's name without folder, query and the hash of a build. */
export function plainName(path: string): string {
  return fileName(path).replace(HASH_RE, '')
}

function fileName(path: string): string {
  return (
    path
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? path
  )
}

/**
 * The line with something that stands in a slide's source as it is.
 *
 * @param nth - Which of several, from 0.
 * @returns `undefined` when the slide does not have it.
 */
export function findReference(slide: SlideModel, reference: string, nth = 0): number | undefined {
  const lines = [...slide.contentLines, ...slide.frontmatterLines, ...slide.noteLines]
  const names = [fileName(reference), plainName(reference)].filter(isTelling)
  for (const needle of [reference, decodePath(reference), ...names].filter(Boolean)) {
    const found = lines.flatMap((line) =>
      Array.from({ length: countReferences(line.text, needle) }, () => line.number),
    )
    if (found.length > 0) {
      return found[nth] ?? found.at(-1)
    }
  }
  return undefined
}

/** A name with an ending, or one too long to be a word by chance. */
function isTelling(name: string): boolean {
  return name.includes('.') || name.length >= 8
}

/** How often a text has something, not as a part of a longer word or address. */
export function countReferences(text: string, needle: string): number {
  const before = /^\w/.test(needle) ? String.raw`(?<![\w-])` : ''
  const isAddress = needle.includes('://')
  const after = isAddress ? String.raw`/?(?![\w/?#=&%-])` : String.raw`(?![\w-])`
  const escaped = escapePattern(needle)
  const pattern = new RegExp(`${before}${escaped}${/\w$/.test(needle) ? after : ''}`, 'g')
  return text.match(pattern)?.length ?? 0
}

/** A word of the source and its line. */
interface Word {
  text: string
  line: number
}

/** How many words at the start of a text may be missing in the source, such as those a component adds. */
const MOST_SKIPPED = 4

function findText(lines: readonly SourceLine[], text: string, nth: number): number | undefined {
  const source = listWords(lines)
  const wanted = splitWords(text)
  for (let skipped = 0; skipped < Math.min(wanted.length, MOST_SKIPPED + 1); skipped += 1) {
    const starts = longestMatches(source, wanted.slice(skipped))
    const start = starts[nth] ?? starts.at(-1)
    if (start !== undefined) {
      return source[start]?.line
    }
  }
  return undefined
}

/** Where in the source the most of the wanted words follow each other; empty when none is there. */
function longestMatches(source: readonly Word[], wanted: readonly string[]): number[] {
  let longest = 1
  let starts: number[] = []
  for (const start of source.keys()) {
    let length = 0
    while (length < wanted.length && source[start + length]?.text === wanted[length]) {
      length += 1
    }
    if (length > longest) {
      longest = length
      starts = []
    }
    if (length === longest) {
      starts.push(start)
    }
  }
  return starts
}

/** The words a reader sees: no tags, link targets or attributes in braces. */
function listWords(lines: readonly SourceLine[]): Word[] {
  const shown = lines
    .map(({ text }) => text)
    .join('\n')
    .replaceAll(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>|\]\([^)\n]*\)|(?<=[\])])\{[^}\n]*\}/gi, blank)
    .split('\n')
  return shown.flatMap((text, index) =>
    splitWords(text).map((word) => ({ text: word, line: lines[index]?.number ?? 1 })),
  )
}

/** As many line breaks and nothing else. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []
}
