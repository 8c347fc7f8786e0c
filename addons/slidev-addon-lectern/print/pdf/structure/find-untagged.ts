import type { ReaderHint } from '../../../page/print/reader-hints.ts'
import type { SlideFault } from '../slide-fault.ts'
import { readHintNumber } from './apply-hints.ts'
import { isElement, listPieces } from './tag-tree.ts'
import type { TagChild, TagElement } from './tag-tree.ts'

/** Tells the author how to let the browser tag content. */
const FIX =
  'It tags nothing that has a CSS filter: set `filter` for `html:not(.print)` alone, which leaves paper without it.'

/**
 * Finds what is seen on a slide and has no tag of the browser: it would be an artifact, which readers are not told.
 *
 * @param tags - As the browser wrote them, without any.
 */
export function findUntagged(tags: TagElement, hints: readonly ReaderHint[]): SlideFault[] {
  const marked = new Map(listMarked(tags))
  const faults = hints.flatMap((hint, index): SlideFault[] => {
    const element = marked.get(index)
    switch (hint.kind) {
      case 'slide': {
        const missed = findUnread(hint.texts, element ? readAll(element) : '')
        return missed.map((text) => ({ ...createFault(hint.slide, `"${text}"`), text }))
      }
      case 'formula':
      case 'figure':
      case 'diagram': {
        return element || !hint.box ? [] : [createPictureFault(hint, hint.box.slide)]
      }
      default: {
        return []
      }
    }
  })
  // Each click step of a slide is a page.
  return faults.filter(
    ({ slide, seen }, index) =>
      index === faults.findIndex((each) => each.slide === slide && each.seen === seen),
  )
}

/** Creates the fault of what is one picture for readers. It stands where the author wrote its words. */
function createPictureFault(
  hint: Extract<ReaderHint, { kind: 'formula' | 'figure' | 'diagram' }>,
  slide: number,
): SlideFault {
  if (hint.kind === 'formula') {
    return { ...createFault(slide, `the formula "${hint.tex}"`), reference: hint.tex }
  }
  // The labels of a diagram stand apart.
  const reference = hint.kind === 'diagram' ? hint.alt.replace(/,.*/, '') : hint.alt
  return { ...createFault(slide, `the picture "${hint.alt}"`), reference }
}

function createFault(slide: number, name: string): SlideFault {
  const seen = `the browser wrote no tag for ${name}`
  return { clause: 'all-content-tagged', slide, seen, fix: FIX }
}

/** Lists the elements with a hint by its number. */
function listMarked(element: TagElement): [number, TagElement][] {
  const number = readHintNumber(element)
  const own: [number, TagElement][] = number === undefined ? [] : [[number, element]]
  return [...own, ...element.children.filter(isElement).flatMap(listMarked)]
}

function readAll(child: TagChild): string {
  return listPieces(child)
    .map(({ text }) => text)
    .join('')
}

/**
 * Finds the texts that are not among what is read. Texts whose letters are all there may only be in another order, as
 * those that run from right to left.
 */
function findUnread(texts: readonly string[], read: string): string[] {
  const all = lettersOf(read)
  const spare = countLetters(all)
  const missing = new Set<string>()
  for (const letter of texts.flatMap(lettersOf)) {
    const left = (spare.get(letter) ?? 0) - 1
    spare.set(letter, left)
    if (left < 0) {
      missing.add(letter)
    }
  }
  if (missing.size === 0) {
    return []
  }
  const line = all.join('')
  return texts.filter((text) => {
    const letters = lettersOf(text)
    const backward = letters.toReversed().join('')
    const isThere = line.includes(letters.join('')) || line.includes(backward)
    return !isThere && letters.some((letter) => missing.has(letter))
  })
}

/** Returns the letters and digits of a text, whatever their case and form. */
function lettersOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  )
}

function countLetters(letters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of letters) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return counts
}
