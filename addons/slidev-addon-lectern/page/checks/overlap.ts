import { andMore, quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { intersect } from '../slide/box.ts'
import { isCovering, isLarge, listCovers } from '../slide/covers.ts'
import type { Cover } from '../slide/covers.ts'
import { closestDrawn, isWithin } from '../slide/drawn-tree.ts'
import { withHitTests } from '../slide/hit-test.ts'
import type { SlideView, TextLine } from '../slide/slide-view.ts'

/** Selects formulas, ruby texts and code editors, which draw letters over each other on purpose. */
const COMPOSED = '.katex, mjx-container, ruby, .monaco-editor'

/**
 * Finds texts covered by an image, a drawing or an opaque box, and texts that run into each other. A text over an image
 * is left to the check of contrast.
 */
export function inspectOverlap(view: SlideView): Observation[] {
  return withHitTests(() => [...findCovered(view), ...findCollisions(view)])
}

function findCovered(view: SlideView): Observation[] {
  const covers = listCovers(view)
  const byCover = new Map<Cover, TextLine[]>()
  for (const line of view.lines) {
    const cover = covers.find((each) => isCovering(each, line))
    if (cover) {
      byCover.set(cover, [...(byCover.get(cover) ?? []), line])
    }
  }
  return [...byCover].flatMap(([cover, lines]) => {
    const texts = [...new Set(lines.map(({ text }) => text))]
    const [first] = lines
    return first
      ? {
          hint: { text: first.text, nth: first.nth },
          seen: `${quote(first.text)}${andMore(texts.length - 1)} ${texts.length > 1 ? 'are' : 'is'} covered by ${cover.name}`,
          expected: 'every text in sight',
          fix: 'Move or shrink the cover, or put the two side by side (`layout: two-cols`).',
        }
      : []
  })
}

function findCollisions({ lines }: SlideView): Observation[] {
  const byText = new Map<string, { line: TextLine; others: Set<string> }>()
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1).filter((each) => isColliding(one, each))) {
      const key = `${other.text}\n${other.nth}`
      const known = byText.get(key) ?? { line: other, others: new Set() }
      known.others.add(one.text)
      byText.set(key, known)
    }
  }
  return Array.from(byText.values(), ({ line: { text, nth }, others }) => ({
    hint: { text, nth },
    seen: `${quote(text)} runs into ${quote([...others][0] ?? '')}${andMore(others.size - 1)}`,
    expected: 'texts beside or below each other',
    fix: 'Move one of them, or remove the position or negative margin that pulls them together.',
  }))
}

function isColliding(one: TextLine, other: TextLine): boolean {
  const formula = closestDrawn(one.element, COMPOSED)
  const isComposed = formula !== undefined && isWithin(other.element, formula)
  const isSameText = one.text === other.text && one.nth === other.nth
  return !isComposed && !isSameText && isLarge(intersect(one.ink, other.ink))
}
