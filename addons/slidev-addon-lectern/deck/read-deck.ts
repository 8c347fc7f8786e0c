import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { SlideInfo, SourceSlideInfo } from '@slidev/types'

import type { LecternSettings } from './default-settings.ts'
import { DeckError } from './explanation.ts'
import type { Explanation } from './explanation.ts'
import { findDeckFile, nameFile } from './find-deck.ts'
import { findSlidev, resolveFromSlidev } from './find-slidev.ts'
import { findLostParts } from './lost-parts.ts'
import { findNote } from './note-text.ts'
import { locateSetting, readSettings } from './settings.ts'
import { findSettingSlips } from './slide-settings.ts'
import { joinLines } from './source-lines.ts'
import { findYamlSlips } from './yaml-slips.ts'

/** Line of the author's file. */
export interface SourceLine {
  /** 1-based, as editors count. */
  number: number
  text: string
}

/** Slide as written in the author's file. */
export interface SlideModel {
  /** 1-based number in the deck. */
  number: number
  /** Name of the file that holds the slide: the entry, or one it imports. Relative to the working folder. */
  file: string
  /** Absolute path of the same file. */
  path: string
  /** Title as the audience reads it, without Markdown; empty where there is none. */
  title: string
  /** Name that links may use in place of its number (`routeAlias`). */
  alias?: string
  frontmatter: Readonly<Record<string, unknown>>
  /** Frontmatter as its own file has it, without that of slides that import it. */
  ownFrontmatter: Readonly<Record<string, unknown>>
  /** Slides that import it (`src:`), the nearest one last. Their frontmatter applies to it as well. */
  importers: readonly Importer[]
  /** Lines of the frontmatter with its separators; empty where there is none. */
  frontmatterLines: readonly SourceLine[]
  /** Lines of the text between frontmatter and note. */
  contentLines: readonly SourceLine[]
  /** Lines of the speaker's note with its comment marks; empty where there is none. */
  noteLines: readonly SourceLine[]
  /** Images that Slidev finds in the text and the frontmatter, as they are written. */
  images: readonly string[]
}

/** Slide that imports others. */
export interface Importer {
  file: string
  frontmatterLines: readonly SourceLine[]
}

/** Deck as its author wrote it, with the slides it imports. */
export interface DeckModel {
  /** Absolute path of the entry. */
  entry: string
  /** Absolute path of the deck's folder, which holds `public/` and `words.txt`. */
  folder: string
  /** Name of the entry for messages: relative to the working folder. */
  file: string
  headmatter: Readonly<Record<string, unknown>>
  /** Settings of the headmatter's `lectern:`. */
  settings: LecternSettings
  slides: readonly SlideModel[]
  /** Names of slides that are left out of the deck (`hide: true`, `disabled: true`). */
  hiddenAliases: readonly string[]
  /** Parts that Slidev leaves out of the deck without a word, such as an import that is not there. */
  errors: readonly Explanation[]
}

/** Mark that some editors put at the start of a file. */
const BYTE_ORDER_MARK_RE = /^\uFEFF/

/**
 * Reads a deck with Slidev's own parser.
 *
 * @param entry - Path of the Markdown file, or of a folder with a `slides.md`.
 * @param workingFolder - Folder that relative paths start in; messages name files relative to it.
 * @throws {Error} when the entry does not exist, its YAML cannot be read, or a setting is not understood.
 */
export async function readDeck(entry: string, workingFolder = process.cwd()): Promise<DeckModel> {
  const path = findDeckFile(entry, workingFolder)
  const folder = dirname(path)
  // Loaded here and not at the top, because it takes a while in which the deck can be built.
  const parser = resolveFromSlidev(findSlidev(folder), '@slidev/parser/fs')
  const { load, extractImagesUsage }: typeof import('@slidev/parser/fs') = await import(
    pathToFileURL(parser).href
  )
  const { toPlainTitle } = await import('./plain-title.ts')
  const loaded = await load({ userRoot: folder, roots: [folder] }, path, readText, 'build')
  const files = Object.values(loaded.markdownFiles)
  const slips = files.flatMap((file) => {
    const name = nameFile(file.filepath, workingFolder)
    return [
      ...file.slides.flatMap((slide) => findYamlSlips(slide, name)),
      ...findSettingSlips(file.slides, name, file === loaded.entry),
    ]
  })
  if (slips.length > 0) {
    throw new DeckError(slips)
  }
  return {
    entry: path,
    folder,
    file: nameFile(path, workingFolder),
    headmatter: loaded.headmatter,
    settings: readSettings(loaded.headmatter['lectern'], (key) =>
      locateSetting(nameFile(path, workingFolder), loaded.entry.raw, key),
    ),
    slides: loaded.slides.map((slide, index) => ({
      ...toModel(slide, index + 1, workingFolder, extractImagesUsage),
      // YAML makes a number of `title: 2026`.
      // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- not always the text that its type says
      title: toPlainTitle(String(slide.title ?? '')),
    })),
    hiddenAliases: files
      .flatMap(({ slides }) => slides)
      .filter(({ frontmatter: { hide, disabled } }) => Boolean(hide) || Boolean(disabled))
      .flatMap(({ frontmatter: { routeAlias } }) =>
        typeof routeAlias === 'string' ? routeAlias : [],
      ),
    errors: files.flatMap((file) => findLostParts(file, folder, workingFolder)),
  }
}

async function readText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8')
  return text.replace(BYTE_ORDER_MARK_RE, '')
}

function toModel(
  slide: SlideInfo,
  number: number,
  workingFolder: string,
  listImages: typeof import('@slidev/parser').extractImagesUsage,
): Omit<SlideModel, 'title'> {
  const { frontmatterLines, body } = splitLines(slide.source)
  const alias: unknown = slide.frontmatter['routeAlias']
  const noteLine = findNote(joinLines(body)) ?? body.length
  const contentLines = body.slice(0, noteLine)
  return {
    number,
    file: nameFile(slide.source.filepath, workingFolder),
    path: slide.source.filepath,
    alias: typeof alias === 'string' ? alias : undefined,
    frontmatter: slide.frontmatter,
    ownFrontmatter: slide.source.frontmatter,
    importers: (slide.importChain ?? []).map((importer) => ({
      file: nameFile(importer.filepath, workingFolder),
      frontmatterLines: splitLines(importer).frontmatterLines,
    })),
    frontmatterLines,
    contentLines,
    noteLines: body.slice(noteLine),
    images: [...new Set(listImages(joinLines(contentLines), { ...slide.frontmatter }))],
  }
}

/** Splits a slide into its frontmatter and the lines after it. */
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
