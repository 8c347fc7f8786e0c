import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnParent } from '../slide/drawn-tree.ts'
import type { SlideView, TextLine } from '../slide/slide-view.ts'

// 12, 12 / 46, Slide 12 of 46, p. 12
const NUMBER_RE = /^(?:slide|page|p\.)?\s*(\d{1,4})(?:\s*(?:\/|of|–|-)\s*(\d{1,4}))?$/i

/** What writes a slide's number, in the author's file. */
const MAKERS = ['SlideCurrentNo', '$page', 'currentPage', 'currentSlideNo']

/** Up to here a number in the corner is taken for the slide's, however short the deck. */
const LARGEST_NUMBER = 99

/** Height of the bands at head and foot of a slide where a number is the slide's, as a share. */
const BAND_SHARE = 0.12

/**
 * A shown slide number that is not the slide's own: a number alone in the bands at the slide's head or
 * foot, outside the flow of the text.
 *
 * @param total - Number of slides of the deck.
 */
export function inspectNumbers(view: SlideView, total: number): Observation[] {
  return view.lines
    .filter((line) => isSlideNumber(line, view))
    .flatMap((line) => {
      const shown = readAround(line.element)
      const [, number, ofTotal] = NUMBER_RE.exec(shown) ?? []
      const isWrong = Number(number) !== view.number
      const isWrongTotal = ofTotal !== undefined && Number(ofTotal) !== total
      // A year in the corner is no slide number.
      const isMeant =
        Number(number) <= Math.max(total, LARGEST_NUMBER) ||
        closestDrawn(line.element, '[class*="slide" i][class*="no" i]')
      return number !== undefined && isMeant && (isWrong || isWrongTotal)
        ? {
            place: { text: shown, alternatives: MAKERS },
            seen: `the slide says it is ${quote(shown)}`,
            expected: ofTotal === undefined ? `${view.number}` : `${view.number} of ${total}`,
            fix: 'Let `<SlideCurrentNo />` say it; in global-bottom.vue it prints 1 on every page of the PDF, in slide-bottom.vue the right number.',
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

/** Whether an element is taken out of the text's flow, or stands outside the slide's layout. */
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

/** The text of the innermost placed element: the number may be split into spans. */
function readAround(element: Element): string {
  const parent = drawnParent(element)
  const isPart =
    parent !== undefined &&
    getComputedStyle(element).position === 'static' &&
    getComputedStyle(element).display === 'inline' &&
    parent.textContent.trim().length <= 24
  return isPart ? readAround(parent) : element.textContent.replace(/\s+/g, ' ').trim()
}
