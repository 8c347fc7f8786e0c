import { toOneLine } from '../../deck/one-line.ts'
import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnParent } from '../slide/drawn-tree.ts'
import type { SlideView, TextLine } from '../slide/slide-view.ts'

// 12, 12 / 46, Slide 12 of 46, p. 12
const NUMBER_RE = /^(slide|page|p\.)?\s*(\d{1,4})(?:\s*(?:\/|of|–|-)\s*(\d{1,4}))?$/i

/** Names in the author's file that insert a slide's number. */
const MAKERS = ['SlideCurrentNo', '$page', 'currentPage', 'currentSlideNo']

/** Selects elements that are called a slide number. */
const NAMED =
  '[class*="slide" i][class*="no" i], [class*="slide" i][class*="num" i], [class*="page" i][class*="no" i], [class*="page" i][class*="num" i], [class*="pagination" i]'

/** Selects what numbers stand in that are no slide numbers: notes, drawings, tables, code and lists. */
const OTHERS = 'sup, sub, svg, table, pre, code, li, button, label, .footnotes, .katex'

/** A number up to this one is taken for a slide number even in a shorter deck. */
const LARGEST_NUMBER = 99

/** Height of the bands at the top and bottom of a slide that hold its number, as a share of the slide's. */
const BAND_SHARE = 0.12

/** A text that may be a slide number. */
interface Candidate {
  element: Element
  /** All of the text that it is a part of. */
  shown: string
  number: number
  total?: number
  /** Whether a word beside it or a class says that it is a slide number. */
  isNamed: boolean
}

/**
 * Finds wrong slide numbers. A slide number is a number without other text, near the top or bottom of the slide and
 * outside the flow of its text. A plain number that no class calls so must be the only one there.
 *
 * @param total - Number of slides in the deck.
 */
export function inspectNumbers(view: SlideView, total: number): Observation[] {
  const candidates = view.lines
    .filter((line) => isPlacedInBand(line, view))
    .flatMap(({ element }) => readCandidate(element) ?? [])
  return candidates
    .filter((each) => isSlideNumber(each, candidates, view.number, total))
    .flatMap(({ shown, number, total: shownTotal }) => {
      const isWrong = number !== view.number || (shownTotal !== undefined && shownTotal !== total)
      return isWrong
        ? {
            hint: { text: shown, alternatives: MAKERS },
            seen: `the slide number says ${quote(shown)}`,
            expected: shownTotal === undefined ? `${view.number}` : `${view.number} of ${total}`,
            fix: 'Write `<SlideCurrentNo />`, in slide-bottom.vue if it is for every slide: in global-bottom.vue it is 1 on every page of a PDF.',
            kind: shown,
          }
        : []
    })
}

/** Tells whether a number is meant as a slide number, even if it is wrong. */
function isSlideNumber(
  { number, total: shownTotal, isNamed }: Candidate,
  all: readonly Candidate[],
  slide: number,
  total: number,
): boolean {
  if (isNamed) {
    return true
  }
  // 24 / 12 in the corner is a date.
  return shownTotal === undefined
    ? all.length === 1 && number <= Math.max(total, LARGEST_NUMBER)
    : number === slide || shownTotal === total
}

function readCandidate(element: Element): Candidate | undefined {
  const { shown, holder } = readAround(element)
  const [, word, number, ofTotal] = NUMBER_RE.exec(shown) ?? []
  return number === undefined || closestDrawn(element, OTHERS)
    ? undefined
    : {
        element,
        shown,
        number: Number(number),
        ...(ofTotal === undefined ? {} : { total: Number(ofTotal) }),
        isNamed: word !== undefined || closestDrawn(holder, NAMED) !== undefined,
      }
}

function isPlacedInBand({ ink, element }: TextLine, { edge, root }: SlideView): boolean {
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

/** Returns the text of the innermost element of its own line, because a number may be split into spans. */
function readAround(element: Element): { shown: string; holder: Element } {
  const parent = drawnParent(element)
  const { position, display } = getComputedStyle(element)
  return parent !== undefined && position === 'static' && display === 'inline'
    ? readAround(parent)
    : { shown: toOneLine(element.textContent), holder: element }
}
