import { closestDrawn } from './drawn-tree.ts'
import { viewSlide } from './slide-view.ts'

/** A text and the fonts it is declared to be set in. */
export interface DeclaredText {
  element: Element
  text: string
  nth: number
  /** As CSS computes it: families in the order in which they are tried. */
  fontFamily: string
}

/** Formulas choose among fonts of their own. */
const OWN_FONTS = '.katex'

/** The elements of a slide that hold text of their own. */
export function listTextElements(number: number): DeclaredText[] {
  const seen = new Set<Element>()
  return viewSlide(number)
    .lines.filter(({ element }) => {
      const isNew = !seen.has(element) && !closestDrawn(element, OWN_FONTS)
      seen.add(element)
      return isNew
    })
    .map(({ element, text, nth }) => ({
      element,
      text,
      nth,
      fontFamily: getComputedStyle(element).fontFamily,
    }))
}
