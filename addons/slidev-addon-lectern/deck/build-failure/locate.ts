import { resolve } from 'node:path'

import type { Explanation } from '../explanation.ts'
import type { DeckModel, SlideModel } from '../read-deck.ts'
import { SLIDE_SCRIPT_RE } from '../slide-script.ts'
import { findReference, firstLine } from '../source-lines.ts'

/** Module of Slidev that shows the titles of all slides, in the overview for example. */
const TITLES = '/title-renderer.md'

/** Place of an error as the bundler names it. */
export interface Place {
  /** Path, possibly of a virtual module such as `slides.md__slidev_2.md`. */
  path: string
  /** 1-based line of that module. */
  line: number
}

/** Place of an error in the author's files: a slide, or another file of the deck. */
export interface Location {
  file: string
  line: number
  slide?: SlideModel
}

/** Finds the author's file and line of a place. The lines of a slide's module are those of its compiled HTML. */
export function locate(deck: DeckModel, { path, line }: Place): Location {
  const number = SLIDE_SCRIPT_RE.exec(path)?.[1]
  if (path.endsWith(TITLES)) {
    return locateTitle(deck)
  }
  const slide = number === undefined ? undefined : deck.slides[Number(number) - 1]
  return slide
    ? { file: slide.file, line: firstLine(slide), slide }
    : { file: nameBesideDeck(deck, path.replace(/\?.*$/, '')), line }
}

/** Finds the title that cannot be compiled: the first one in frontmatter with a tag or braces. */
function locateTitle(deck: DeckModel): Location {
  for (const slide of deck.slides) {
    const line = slide.frontmatterLines.find(({ text }) =>
      /^(?:title|name):.*(?:<\/?[a-z]|\{\{)/i.test(text),
    )
    if (line) {
      return { file: slide.file, line: line.number, slide: { ...slide, contentLines: [line] } }
    }
  }
  return { file: deck.file, line: 1 }
}

/** Returns where an explanation belongs. */
export function placeAt(
  { file, line, slide }: Location,
  found = line,
): Pick<Explanation, 'check' | 'file' | 'line' | 'slide'> {
  return { check: 'console', file, line: found, slide: slide?.number }
}

/** Returns the line of a slide that a pattern matches. */
export function findPattern({ slide }: Location, pattern: RegExp): number | undefined {
  return slide?.contentLines.find(({ text }) => pattern.test(text))?.number
}

/** Returns the line of a slide that is, without its indentation, a text of the compiled module. */
export function findTyped({ slide }: Location, typed: string): number | undefined {
  const exact = slide?.contentLines.find(({ text }) => text.trim() === typed)?.number
  return exact ?? (slide && typed !== '' ? findReference(slide, typed) : undefined)
}

/** Returns a path as the messages name files: from where the deck's file is named. */
export function nameBesideDeck({ entry, folder, file }: DeckModel, path: string): string {
  const below = path.startsWith('/') ? path : findBelow(folder, path)
  const base =
    file.endsWith('/') || !file.includes('/') ? '' : file.slice(0, file.lastIndexOf('/') + 1)
  const root = `${folder.replaceAll('\\', '/')}/`
  return below.startsWith(root) && below !== entry ? base + below.slice(root.length) : path
}

/** Returns the whole path for one from a folder above the deck, such as `talk/setup/main.ts` for `/home/talk`. */
function findBelow(folder: string, path: string): string {
  const names = path.split('/')
  const shared = names.findLastIndex((_, index) => {
    const start = names.slice(0, index + 1).join('/')
    return folder.replaceAll('\\', '/').endsWith(`/${start}`)
  })
  return resolve(folder, names.slice(shared + 1).join('/')).replaceAll('\\', '/')
}
