import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { decodePath } from './decode-path.ts'
import type { Explanation } from './explanation.ts'
import type { DeckModel, Importer, SlideModel } from './read-deck.ts'
import { findReference } from './source-lines.ts'

/** Matches sources that are not paths of a file: other hosts, data, and expressions of Vue. */
const NO_FILE_RE = /^(?:[a-z][a-z\d+.-]*:|\/\/)|[{}<>]/i

/** Finds images whose file does not exist. Slidev shows nothing in place of some, and does not build with others. */
export function findMissingImages(deck: DeckModel): Explanation[] {
  return deck.slides.flatMap((slide) =>
    slide.images
      .filter((path) => !NO_FILE_RE.test(path) && !isThere(path, slide, deck))
      .map((path) => ({
        check: 'images',
        slide: slide.number,
        ...locateImage(deck, slide, path),
        seen: `the image "${path}" does not exist`,
        expected: path.startsWith('/')
          ? `the image as public${path}`
          : `the image beside ${slide.file}`,
        fix: 'Correct the path, or put the file there.',
      })),
  )
}

/** Returns the line of an image in the slide, or in the frontmatter of a slide that imports it. */
function locateImage(
  { file }: DeckModel,
  slide: SlideModel,
  path: string,
): Pick<Explanation, 'file' | 'line'> {
  const line = findReference(slide, path)
  if (line !== undefined) {
    return { file: slide.file, line }
  }
  const isNamed = ({ text }: Importer['frontmatterLines'][number]): boolean => text.includes(path)
  const importer = slide.importers.findLast(({ frontmatterLines }) =>
    frontmatterLines.some(isNamed),
  )
  return {
    file: importer?.file ?? file,
    line: importer?.frontmatterLines.find(isNamed)?.number ?? 1,
  }
}

function isThere(path: string, slide: SlideModel, deck: DeckModel): boolean {
  const plain = decodePath(path.replace(/[?#].*$/, ''))
  const candidates = plain.startsWith('/')
    ? [join(deck.folder, 'public', plain), join(deck.folder, plain)]
    : [resolve(dirname(slide.path), plain), join(deck.folder, 'public', plain)]
  return candidates.some((candidate) => existsSync(candidate))
}
