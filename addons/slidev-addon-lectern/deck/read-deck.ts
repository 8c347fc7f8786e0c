import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { SlideInfo, SourceSlideInfo } from '@slidev/types'

import { findEntry, nameFile } from './find-deck.ts'
import { findSlidev, resolveFromSlidev } from './find-slidev.ts'
import { locateSetting, readSettings } from './settings.ts'
import type { LecternSettings } from './settings.ts'

/** A line of the author's file. */
export interface SourceLine {
  /** 1-based, as editors count. */
  number: number
  text: string
}

/** One slide as it stands in the author's file. */
export interface SlideModel {
  /** 1-based number in the deck. */
  number: number
  /** The file the slide is written in: the entry, or one it imports. Relative to the working folder. */
  file: string
  /** The same file's absolute path. */
  path: string
  /** As its audience reads it, without Markdown; empty where it has none. */
  title: string
  /** Name it can be linked by beside its number (`routeAlias`). */
  alias?: string
  frontmatter: Readonly<Record<string, unknown>>
  /** The slides that import it (`src:`), whose frontmatter is its own as well; the nearest one last. */
  importers: readonly Importer[]
  /** Lines of the frontmatter, its separators included; empty where there is none. */
  frontmatterLines: readonly SourceLine[]
  /** Lines of the text between frontmatter and note. */
  contentLines: readonly SourceLine[]
  /** Lines of the speaker's note, its comment marks included; empty where there is none. */
  noteLines: readonly SourceLine[]
}

/** A slide that imports others. */
export interface Importer {
  file: string
  frontmatterLines: readonly SourceLine[]
}

/** A deck as its author wrote it, imports followed. */
export interface DeckModel {
  /** Absolute path of the entry. */
  entry: string
  /** The deck's folder, absolute: `public/` and `words.txt` stand there. */
  folder: string
  /** The entry as messages name it: relative to the working folder. */
  file: string
  headmatter: Readonly<Record<string, unknown>>
  /** What the headmatter sets under `lectern:`. */
  settings: LecternSettings
  slides: readonly SlideModel[]
  /** What Slidev's parser could not follow, such as an import that is not there. */
  errors: readonly SourceError[]
}

/** A place Slidev's parser stumbled over. */
export interface SourceError {
  file: string
  /** 1-based. */
  line: number
  message: string
}

/**
 * Reads a deck with Slidev's own parser.
 *
 * @param entry - Path of the Markdown file, or of a folder with a `slides.md`.
 * @param workingFolder - What the files in messages are named relative to.
 * @throws {Error} when the entry does not exist.
 */
export async function readDeck(entry: string, workingFolder = process.cwd()): Promise<DeckModel> {
  const path = findEntry(entry, workingFolder)
  const folder = dirname(path)
  // They take a while to load, in which the deck can be built.
  const parser = resolveFromSlidev(findSlidev(folder), '@slidev/parser/fs')
  const { load }: typeof import('@slidev/parser/fs') = await import(pathToFileURL(parser).href)
  const { toPlainTitle } = await import('./plain-title.ts')
  const loaded = await load({ userRoot: folder, roots: [folder] }, path, undefined, 'build')
  return {
    entry: path,
    folder,
    file: nameFile(path, workingFolder),
    headmatter: loaded.headmatter,
    settings: readSettings(loaded.headmatter['lectern'], (key) =>
      locateSetting(nameFile(path, workingFolder), readFileSync(path, 'utf8'), key),
    ),
    slides: loaded.slides.map((slide, index) => ({
      ...toModel(slide, index + 1, workingFolder),
      title: toPlainTitle(slide.title ?? ''),
    })),
    errors: Object.values(loaded.markdownFiles).flatMap(({ filepath, raw, errors = [] }) =>
      errors.map(({ row, message }) => ({
        file: nameFile(filepath, workingFolder),
        line: findImport(raw.split('\n'), row) + 1,
        message: message.replaceAll(`${folder}/`, ''),
      })),
    ),
  }
}

function toModel(
  slide: SlideInfo,
  number: number,
  workingFolder: string,
): Omit<SlideModel, 'title'> {
  const { frontmatterLines, body } = splitLines(slide.source)
  const alias: unknown = slide.frontmatter['routeAlias']
  const noteLine = findNote(body.map(({ text }) => text).join('\n')) ?? body.length
  return {
    number,
    file: nameFile(slide.source.filepath, workingFolder),
    path: slide.source.filepath,
    alias: typeof alias === 'string' ? alias : undefined,
    frontmatter: slide.frontmatter,
    importers: (slide.importChain ?? []).map((importer) => ({
      file: nameFile(importer.filepath, workingFolder),
      frontmatterLines: splitLines(importer).frontmatterLines,
    })),
    frontmatterLines,
    contentLines: body.slice(0, noteLine),
    noteLines: body.slice(noteLine),
  }
}

/** A slide's lines with their numbers in the file. */
function splitLines({
  raw,
  start,
  contentStart,
}: Pick<SourceSlideInfo, 'raw' | 'start' | 'contentStart'>): {
  frontmatterLines: SourceLine[]
  body: SourceLine[]
} {
  const lines = raw.split('\n').map((text, index) => ({ number: start + index + 1, text }))
  return {
    frontmatterLines: lines.slice(0, contentStart - start),
    body: lines.slice(contentStart - start),
  }
}

/** 0-based line of the speaker's note: the comment a slide ends with. */
function findNote(text: string): number | undefined {
  const end = text.trimEnd().length
  let start = text.indexOf('<!--')
  while (start !== -1) {
    const close = text.indexOf('-->', start + '<!--'.length)
    if (close === -1) {
      return undefined
    }
    if (close + '-->'.length === end) {
      return text.slice(0, start).split('\n').length - 1
    }
    start = text.indexOf('<!--', close)
  }
  return undefined
}

/** The line with a slide's `src:`, or the slide's first one; 0-based. */
function findImport(lines: readonly string[], start: number): number {
  const found = lines.findIndex((line, index) => index >= start && line.startsWith('src:'))
  return found === -1 ? start : found
}
