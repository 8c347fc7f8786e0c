import { decodePath } from '../../deck/decode-path.ts'
import type { Explanation } from '../../deck/explanation.ts'
import { findMissingImages } from '../../deck/missing-images.ts'
import type { DeckModel, SlideModel } from '../../deck/read-deck.ts'
import { countReferences } from '../../deck/source-lines.ts'

/** Matches lines whose addresses neither Slidev nor Vite completes with the base path. */
const INCOMPLETE_RE = /url\(|:[\w-]+=|\bstyle=|<(?:iframe|object|embed|script|link|a)\b|\bfetch\(/

/**
 * Explains the files that slides ask their own host for, and that the site does not have.
 *
 * @param paths - Their paths on the host, such as `/talks/x/none.png`.
 * @param base - Path the site is served under, with a slash on both ends, as browsers write it.
 */
export function explainMissingFiles(
  deck: DeckModel,
  paths: Iterable<string>,
  base: string,
): Explanation[] {
  const known = findMissingImages(deck)
  return [...paths]
    .map((path) => explainMissingFile(deck, decodePath(path), decodePath(base)))
    .filter(({ file, line }) => !known.some((each) => each.file === file && each.line === line))
}

function explainMissingFile(deck: DeckModel, path: string, base: string): Explanation {
  const isOutside = !path.startsWith(base)
  const typed = isOutside ? path : path.slice(base.length)
  const places = findPlaces(deck, typed, isOutside)
  const [first] = places
  const slides = [...new Set(places.map(({ slide }) => slide.number))]
  const also = slides.length > 1 ? ` (also on ${nameSlides(slides.slice(1))})` : ''
  return {
    check: 'links',
    file: first?.slide.file ?? deck.file,
    line: first?.line ?? 1,
    slide: first?.slide.number,
    seen: isOutside
      ? `"${path}" is asked for outside of ${base}, where the site is served${also}`
      : `the site has no file "${typed}"${also}`,
    expected: isOutside
      ? `an address that begins with ${base}`
      : 'a file that is copied to the site',
    fix: isOutside
      ? 'Use ![](…), <img src="…"> or "image:", which the build completes, or put import.meta.env.BASE_URL before it.'
      : 'Correct the path, or put the file into public/ and begin its address with "/".',
  }
}

function nameSlides(slides: readonly number[]): string {
  return `${slides.length > 1 ? 'slides' : 'slide'} ${slides.join(', ')}`
}

/** Finds the lines that name a file; among several, those whose address the build leaves as it is typed. */
function findPlaces(
  { slides }: DeckModel,
  path: string,
  isOutside: boolean,
): { slide: SlideModel; line: number }[] {
  const name = path.split('/').at(-1) ?? path
  const places = [path, name].map((needle) =>
    slides.flatMap((slide) =>
      [...slide.contentLines, ...slide.frontmatterLines]
        .filter(({ text }) => needle !== '' && countReferences(text, needle) > 0)
        .map(({ number, text }) => ({ slide, line: number, text })),
    ),
  )
  const found = places.find((each) => each.length > 0) ?? []
  const incomplete = found.filter(({ text }) => INCOMPLETE_RE.test(text))
  return isOutside && incomplete.length > 0 ? incomplete : found
}
