import { toOneLine } from '../../deck/one-line.ts'
import { intersect, toBox } from '../slide/box.ts'
import type { Box } from '../slide/box.ts'
import { listClippers, visiblePart } from '../slide/clippers.ts'
import type { Clipper } from '../slide/clippers.ts'
import { closestDrawn, drawnElements, drawnParent } from '../slide/drawn-tree.ts'
import { isTransparent } from '../slide/opacity.ts'
import { isShown } from '../slide/shown.ts'

/** Elements whose text nobody sees, or that the browser writes, and those that an author hides from readers. */
const UNREAD =
  'style, script, title, desc, template, noscript, textarea, select, iframe, [aria-hidden="true"]'

/** Text with less of its height in sight is not read; the browser does not write letters that are cut off, in CSS px. */
const LEAST_HEIGHT_PX = 4

/** Greatest part of a text's width that is cut off where all its letters are written, in CSS px. */
const MOST_CUT_PX = 1

/**
 * Lists the texts that are seen whole on a slide and that readers have to be told, to compare them with the tags of
 * its PDF.
 *
 * @param named - Elements with a text that is read in place of their own.
 */
export function listSeenTexts(slide: Element, named: ReadonlySet<Element>): string[] {
  const texts: string[] = []
  const edges = toBox(slide.getBoundingClientRect())
  for (const element of drawnElements(slide)) {
    const own = [...(element.shadowRoot ?? element).childNodes].filter(
      (node) => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data),
    )
    // The summary of closed details is an element of its own.
    const isOpen = !element.matches('details:not([open])')
    if (own.length > 0 && isOpen && isRead(element, slide, named)) {
      const clippers = listClippers(element, slide)
      const whole = own.filter((text) => isWhole(text, edges, clippers))
      texts.push(...whole.map(({ textContent }) => toOneLine(textContent ?? '')))
    }
  }
  return texts
}

function isRead(element: Element, slide: Element, named: ReadonlySet<Element>): boolean {
  return (
    !closestDrawn(element, UNREAD) &&
    !isWithinNamed(element, slide, named) &&
    isShown(element) &&
    !isTransparent(element)
  )
}

function isWithinNamed(element: Element, slide: Element, named: ReadonlySet<Element>): boolean {
  for (let at: Element | undefined = element; at && at !== slide; at = drawnParent(at)) {
    if (named.has(at)) {
      return true
    }
  }
  return false
}

/** Tells whether all letters of a text are within the slide and not cut off. */
function isWhole(text: ChildNode, edges: Box, clippers: readonly Clipper[]): boolean {
  const range = document.createRange()
  range.selectNodeContents(text)
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0)
  return (
    rects.length > 0 &&
    rects.every((rect) => {
      const { left, top, right, bottom } = visiblePart(intersect(toBox(rect), edges), clippers)
      return rect.width - (right - left) <= MOST_CUT_PX && bottom - top >= LEAST_HEIGHT_PX
    })
  )
}
