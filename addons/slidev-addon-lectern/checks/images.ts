import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { extractImagesUsage } from '@slidev/parser'

import { decodePath } from '../deck/decode-path.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { findReference } from '../deck/source-lines.ts'
import type { Finding } from './finding.ts'

/** Matches sources that are not paths of a file: other hosts, data, and expressions of Vue. */
const NO_FILE_RE = /^(?:[a-z][a-z\d+.-]*:|\/\/)|[{}<>]/i

/**
 * Finds images whose file does not exist. Slidev does not build a deck with one, so the page cannot show which it is.
 */
export function inspectMissingImages(deck: DeckModel): Finding[] {
  return deck.slides.flatMap((slide) =>
    listImages(slide)
      .filter((path) => !NO_FILE_RE.test(path) && !isThere(path, slide, deck))
      .map((path) => ({
        check: 'images',
        slide: slide.number,
        file: slide.file,
        line: findReference(slide, path) ?? 1,
        seen: `the image "${path}" does not exist`,
        expected: path.startsWith('/')
          ? `the image as public${path}`
          : `the image beside ${slide.file}`,
        fix: 'Correct the path, or put the file there. Without it, Slidev does not build the deck.',
      })),
  )
}

function listImages({ contentLines, frontmatter }: SlideModel): string[] {
  const content = contentLines.map(({ text }) => text).join('\n')
  return [...new Set(extractImagesUsage(content, { ...frontmatter }))]
}

function isThere(path: string, slide: SlideModel, deck: DeckModel): boolean {
  const plain = decodePath(path.replace(/[?#].*$/, ''))
  const candidates = plain.startsWith('/')
    ? [join(deck.folder, 'public', plain), join(deck.folder, plain)]
    : [resolve(dirname(slide.path), plain), join(deck.folder, 'public', plain)]
  return candidates.some((candidate) => existsSync(candidate))
}
