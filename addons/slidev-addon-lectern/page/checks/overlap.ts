import { andMore, quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { intersect } from '../slide/box.ts'
import { listClippers, visiblePart } from '../slide/clippers.ts'
import { isCovering, isTouching, listCovers } from '../slide/covers.ts'
import type { Cover } from '../slide/covers.ts'
import { closestDrawn, drawnParent, isWithin } from '../slide/drawn-tree.ts'
import { withHitTests } from '../slide/hit-test.ts'
import { opacityOf } from '../slide/opacity.ts'
import type { SlideView, TextLine } from '../slide/slide-view.ts'

/** Selects what draws letters over each other on purpose: formulas, ruby texts, drawings, editors and popups. */
const COMPOSED =
  '.katex, mjx-container, math, ruby, svg, .monaco-editor, .v-popper__popper, .twoslash-popup-container'

/** A text with less opacity is a watermark, which others may run over. */
const LEGIBLE = 0.35

/** Selects what appears with a click. */
const CLICK_STEP = '.slidev-vclick-target'

/**
 * Finds texts covered by an image, a drawing or an opaque box, and texts that run into each other. Only what is visible
 * counts: what a box clips or scrolls away touches nothing. A text over an image is left to the check of contrast.
 */
export function inspectOverlap(view: SlideView): Observation[] {
  const lines = view.lines
    .filter(({ element }) => opacityOf(element) >= LEGIBLE)
    .map((line) => ({ ...line, ink: visibleInk(line, view) }))
    .filter(({ ink }) => ink.right > ink.left && ink.bottom > ink.top)
  return withHitTests(() => [...findCovered(view, lines), ...findCollisions(lines)])
}

function visibleInk({ element, ink }: TextLine, { root, edge }: SlideView): TextLine['ink'] {
  return intersect(visiblePart(ink, listClippers(element, root)), edge)
}

function findCovered(view: SlideView, lines: readonly TextLine[]): Observation[] {
  const covers = listCovers(view)
  const byCover = new Map<Cover, TextLine[]>()
  for (const line of lines) {
    const cover = covers.find((each) => isCovering(each, line))
    if (cover) {
      byCover.set(cover, [...(byCover.get(cover) ?? []), line])
    }
  }
  return [...byCover].flatMap(([cover, covered]) => {
    const texts = [...new Set(covered.map(({ text }) => text))]
    const [first] = covered
    const isStep = closestDrawn(cover.element, CLICK_STEP) !== undefined
    return first
      ? {
          hint: { text: first.text, nth: first.nth },
          texts,
          seen: `${quote(first.text)}${andMore(texts.length - 1)} ${texts.length > 1 ? 'are' : 'is'} covered by ${cover.name}`,
          expected: isStep
            ? 'every text in sight, at the last click too: the PDF shows only that'
            : 'every text in sight',
          fix: isStep
            ? 'Hide the text when its cover appears (`v-click.hide`, `v-switch`), or move the cover.'
            : 'Move or shrink the cover, or put the two side by side (`layout: two-cols`).',
          severity: isStep ? 'warning' : 'error',
        }
      : []
  })
}

function findCollisions(lines: readonly TextLine[]): Observation[] {
  const byText = new Map<string, { line: TextLine; others: Set<string> }>()
  const simple = lines.filter(({ element }) => !isTurned(element))
  for (const [index, one] of simple.entries()) {
    for (const other of simple.slice(index + 1).filter((each) => isColliding(one, each))) {
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

/** Tells whether letters of two texts touch. Equal ones, one over the other, are an effect such as a shadow. */
function isColliding(one: TextLine, other: TextLine): boolean {
  if (one.text === other.text) {
    return false
  }
  const common = intersect(one.ink, other.ink)
  const [less = one] = [one, other].toSorted((a, b) => heightOf(a) - heightOf(b))
  const composed = closestDrawn(one.element, COMPOSED)
  const isComposed = composed !== undefined && isWithin(other.element, composed)
  return isTouching(common, less.ink) && !isComposed
}

function heightOf({ ink }: TextLine): number {
  return ink.bottom - ink.top
}

/** Tells whether a text is turned, so that the box around it is larger than its letters. */
function isTurned(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    const { transform, rotate } = getComputedStyle(at)
    const [, across = 0] = /^matrix\([^,]+, ([^,]+),/.exec(transform)?.map(Number) ?? []
    if ((rotate !== 'none' && rotate !== '0deg') || Math.abs(across) > 0.01) {
      return true
    }
  }
  return false
}
