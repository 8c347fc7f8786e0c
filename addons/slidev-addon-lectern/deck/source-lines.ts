import { decodePath } from './decode-path.ts'
import { escapePattern } from './escape-pattern.ts'
import type { SlideModel, SourceLine } from './read-deck.ts'
import { toVisibleText } from './visible-text.ts'

/** Text or reference of a slide whose line in the author's file is wanted. */
export interface SourceHint {
  /** Text as the slide shows it, without Markdown. */
  text?: string
  /** Path, address or attribute, as typed in the source. */
  reference?: string
  /** Further references, tried in order after the first one. */
  alternatives?: readonly string[]
  /** Number among equal texts or references, from 0. */
  nth?: number
}

/** Returns lines as the text they are in the author's file. */
export function joinLines(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n')
}

/**
 * Returns the line of the author's file that a text or reference of the slide comes from.
 *
 * Looks for a reference in text, frontmatter and note, then again without its folder and the hash that a build adds.
 * Finds a text by its words, so that "bold red" matches `**bold** [red]{color=red}`. Falls back to the slide's first
 * line of text.
 *
 * @returns 1-based line.
 */
export function findLine(slide: SlideModel, hint: SourceHint): number {
  const { text, reference, alternatives = [], nth = 0 } = hint
  for (const each of [reference, ...alternatives]) {
    const line = each === undefined ? undefined : findReference(slide, each, nth)
    if (line !== undefined) {
      return line
    }
  }
  const line = text === undefined ? undefined : findText(slide.contentLines, text, nth)
  return line ?? firstLine(slide)
}

/** Returns the slide's first line of text, or the first line of its frontmatter where it has no text. */
export function firstLine({ contentLines, frontmatterLines }: SlideModel): number {
  const line = contentLines.find(({ text }) => text.trim() !== '')
  return (line ?? frontmatterLines[0] ?? contentLines[0])?.number ?? 1
}

/** Matches the hash that Vite puts before a file's ending: eight characters, not all of them small letters. */
const HASH_RE = /-(?=[\w-]*[A-Z\d_])[\w-]{8}(?=\.\w+$)/

/** Returns a file's name without folder, query and the hash of a build. */
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
 * Returns the line of a reference in a slide's source; `undefined` when the slide does not have it.
 *
 * @param nth - Number among equal references, from 0.
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

/** Tells whether a name has an ending, or is too long to be an ordinary word. */
function isTelling(name: string): boolean {
  return name.includes('.') || name.length >= 8
}

/** Counts a reference in a text, where it is no part of a longer word or address. */
export function countReferences(text: string, needle: string): number {
  const before = /^\w/.test(needle) ? String.raw`(?<![\w-])` : ''
  const isAddress = needle.includes('://')
  const after = isAddress ? String.raw`/?(?![\w/?#=&%-])` : String.raw`(?![\w-])`
  // Browsers add the slash after a host.
  const plain = isAddress ? needle.replace(/\/$/, '') : needle
  const escaped = escapePattern(plain)
  const pattern = new RegExp(`${before}${escaped}${/\w$/.test(plain) ? after : ''}`, 'g')
  return text.match(pattern)?.length ?? 0
}

/** Word of the source and its line. */
interface Word {
  text: string
  line: number
}

/** Number of words at the start of a text that the source may lack, because a component adds them. */
const MOST_SKIPPED = 4

/** Returns the line at which all words of a text stand together; `undefined` where they do not. */
export function findWholeText(lines: readonly SourceLine[], text: string): number | undefined {
  const source = listWords(lines)
  const wanted = splitWords(text)
  const start = source.findIndex((_, at) =>
    wanted.every((word, index) => source[at + index]?.text === word),
  )
  return source[start]?.line
}

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

/** Returns the indexes at which the longest run of the wanted words starts; empty when the source has none of them. */
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

/** Returns the words that a reader sees, without tags, link targets and attributes in braces. */
function listWords(lines: readonly SourceLine[]): Word[] {
  const visible = toVisibleText(joinLines(lines)).split('\n')
  return visible.flatMap((text, index) =>
    splitWords(text).map((word) => ({ text: word, line: lines[index]?.number ?? 1 })),
  )
}

function splitWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []
}
