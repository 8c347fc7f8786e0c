import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { extractImagesUsage } from '@slidev/parser'

import { decodePath } from '../deck/decode-path.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { findReference } from '../deck/source-lines.ts'
import type { Finding } from './finding.ts'

/** Addresses that name no file of the deck. */
const NO_FILE_RE = /^(?:[a-z][a-z\d+.-]*:|\/\/)|[{}<>]/i

/**
 * Pictures that a deck names and that are not there. Slidev's build stops at the first of them, so that the
 * browser never gets to see it.
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
        seen: `there is no file "${path}"`,
        expected: path.startsWith('/')
          ? `the picture as public${path}`
          : `the picture beside ${slide.file}`,
        fix: 'Correct the path, or put the file there. Slidev does not build the deck without it.',
      })),
  )
}

function listImages({ contentLines, frontmatter }: SlideModel): string[] {
  const content = contentLines.map(({ text }) => text).join('\n')
  return [...new Set(extractImagesUsage(content, { ...frontmatter }))]
}

function isThere(path: string, slide: SlideModel, deck: DeckModel): boolean {
  const plain = decodePath(path.replace(/[?#].*$/, ''))
  const places = plain.startsWith('/')
    ? [join(deck.folder, 'public', plain), join(deck.folder, plain)]
    : [resolve(dirname(slide.path), plain), join(deck.folder, 'public', plain)]
  return places.some((place) => existsSync(place))
}
