import { closestDrawn, drawnElements } from '../../slide/drawn-tree.ts'
import { isShown } from '../../slide/shown.ts'
import { NO_TEXT } from '../../slide/slide-view.ts'

/** A text with its style. */
export interface DrawnText {
  /** Element that holds the text, or that a style sheet adds it to. */
  element: Element
  text: string
  style: CSSStyleDeclaration
}

/** Matches the strings of a `content` property: `"→ " counter(step)` has one. */
const STRING_RE = /"((?:[^"\\]|\\.)*)"/g

/** Yields all texts drawn within an element, including those that style sheets add. */
export function* listDrawnTexts(root: Element): Generator<DrawnText> {
  for (const element of drawnElements(root)) {
    const texts = [...listTexts(element)]
    // Most elements have no text; whether one is shown takes longer to find out.
    if (texts.length > 0 && !closestDrawn(element, NO_TEXT) && isShown(element)) {
      yield* texts
    }
  }
}

function* listTexts(element: Element): Generator<DrawnText> {
  const style = getComputedStyle(element)
  const own = readOwnText(element)
  if (own.trim() !== '') {
    yield { element, text: own, style }
  }
  yield* listAddedTexts(element, style)
}

function readOwnText(element: Element): string {
  return [...(element.shadowRoot ?? element).childNodes]
    .filter((node) => node instanceof Text)
    .map(({ data }) => data)
    .join(' ')
}

function* listAddedTexts(element: Element, own: CSSStyleDeclaration): Generator<DrawnText> {
  for (const pseudo of ['::before', '::after']) {
    const style = getComputedStyle(element, pseudo)
    yield* listStrings(element, style.content, style)
  }
  if (own.display === 'list-item') {
    yield* listStrings(element, own.listStyleType, own)
  }
}

function* listStrings(
  element: Element,
  value: string,
  style: CSSStyleDeclaration,
): Generator<DrawnText> {
  const text = Array.from(value.matchAll(STRING_RE), ([, string = '']) => string).join(' ')
  if (text.trim() !== '') {
    yield { element, text, style }
  }
}
