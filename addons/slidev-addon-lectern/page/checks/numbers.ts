import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnParent } from '../slide/drawn-tree.ts'
import type { SlideView, TextLine } from '../slide/slide-view.ts'

// 12, 12 / 46, Slide 12 of 46, p. 12
const NUMBER_RE = /^(?:slide|page|p\.)?\s*(\d{1,4})(?:\s*(?:\/|of|–|-)\s*(\d{1,4}))?$/i

/** Names in the author's file that insert a slide's number. */
const MAKERS = ['SlideCurrentNo', '$page', 'currentPage', 'currentSlideNo']

/** A number up to this one is taken for a slide number even in a shorter deck. */
const LARGEST_NUMBER = 99

/** Height of the bands at the top and bottom of a slide that hold its number, as a share of the slide's. */
const BAND_SHARE = 0.12

/**
 * Finds wrong slide numbers. A slide number is a number without other text, near the top or bottom of the slide and
 * outside the flow of its text.
 *
 * @param total - Number of slides in the deck.
 */
export function inspectNumbers(view: SlideView, total: number): Observation[] {
  return view.lines
    .filter((line) => isSlideNumber(line, view))
    .flatMap((line) => {
      const shown = readAround(line.element)
      const [, number, ofTotal] = NUMBER_RE.exec(shown) ?? []
      const isWrong = Number(number) !== view.number
      const isWrongTotal = ofTotal !== undefined && Number(ofTotal) !== total
      // A year in the corner is not a slide number.
      const isMeant =
        Number(number) <= Math.max(total, LARGEST_NUMBER) ||
        closestDrawn(line.element, '[class*="slide" i][class*="no" i]')
      return number !== undefined && isMeant && (isWrong || isWrongTotal)
        ? {
            hint: { text: shown, alternatives: MAKERS },
            seen: `the slide number says ${quote(shown)}`,
            expected: ofTotal === undefined ? `${view.number}` : `${view.number} of ${total}`,
            fix: 'Write `<SlideCurrentNo />`, in slide-bottom.vue if it is for every slide: in global-bottom.vue it is 1 on every page of a PDF.',
            kind: shown,
          }
        : []
    })
}

function isSlideNumber({ ink, element }: TextLine, { edge, root }: SlideView): boolean {
  const band = (edge.bottom - edge.top) * BAND_SHARE
  const isInBand = ink.bottom <= edge.top + band || ink.top >= edge.bottom - band
  return isInBand && isPlaced(element, root)
}

/** Tells whether an element is positioned, or is outside of the slide's layout. */
function isPlaced(element: Element, root: Element): boolean {
  for (let at: Element | undefined = element; at && at !== root; at = drawnParent(at)) {
    if (at.matches('.slidev-layout')) {
      return false
    }
    if (['absolute', 'fixed'].includes(getComputedStyle(at).position)) {
      return true
    }
  }
  return true
}

/** Returns the text of the innermost positioned element, because a number may be split into spans. */
function readAround(element: Element): string {
  const parent = drawnParent(element)
  const isPart =
    parent !== undefined &&
    getComputedStyle(element).position === 'static' &&
    getComputedStyle(element).display === 'inline' &&
    parent.textContent.trim().length <= 24
  return isPart ? readAround(parent) : element.textContent.replace(/\s+/g, ' ').trim()
}
