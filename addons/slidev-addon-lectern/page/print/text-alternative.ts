import { toOneLine } from '../../deck/one-line.ts'
import { drawnNodes } from '../slide/drawn-tree.ts'
import { isShown } from '../slide/shown.ts'
import { NO_TEXT } from '../slide/slide-view.ts'

/** Selects elements that are decoration, in the author's words. */
const DECORATION = '[aria-hidden="true"], [role="presentation"], [role="none"]'

/** Image of a live figure, which is hidden and holds the figure's alternative text. */
const FIGURE_IMAGE = 'img[data-lectern-figure="live"]'

/** Drawing of a live figure. */
const FIGURE = 'lectern-figure'

/** Returns the text that stands for an element where it is an image; empty for decoration. */
export function textAlternative(element: Element): string {
  const around = element.closest(FIGURE) ?? hostOf(element)?.closest(FIGURE)
  const image = around?.parentElement?.querySelector(FIGURE_IMAGE)
  return toOneLine([...alternatives(image ?? element)].join(' '))
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : undefined
}

/** Yields the texts of an element and of what it holds, in order. */
function* alternatives(element: Element): Generator<string> {
  if (element.matches(DECORATION) || !isSeen(element)) {
    return
  }
  const name = ownName(element)
  if (name !== undefined) {
    yield name
    return
  }
  for (const child of element.shadowRoot?.childNodes ?? element.childNodes) {
    if (child instanceof Text) {
      yield child.data
    } else if (child instanceof Element && !child.matches(FIGURE)) {
      yield* alternatives(child)
    }
  }
}

function isSeen(element: Element): boolean {
  return element.matches(FIGURE_IMAGE) || (isShown(element) && !element.matches(NO_TEXT))
}

/** Returns the name that an element gives itself; `undefined` where its content counts. */
function ownName(element: Element): string | undefined {
  const label = element.getAttribute('aria-label')
  if (label !== null) {
    return label
  }
  if (element.matches('.katex')) {
    return element.querySelector('annotation')?.textContent ?? undefined
  }
  if (element.localName === 'svg') {
    return element.querySelector(':scope > title')?.textContent ?? undefined
  }
  if (element instanceof HTMLImageElement) {
    return element.alt
  }
  return element.matches('iframe, video, canvas')
    ? (element.getAttribute('title') ?? undefined)
    : undefined
}

/** Returns whether an element draws text of its own, outside figures and formulas. */
export function hasOwnText(element: Element): boolean {
  return [...drawnNodes(element)].some(
    (node) =>
      node instanceof Text &&
      node.data.trim() !== '' &&
      node.parentElement?.closest(`svg, .katex, ${FIGURE}, ${NO_TEXT}`) === null &&
      isShown(node.parentElement),
  )
}
