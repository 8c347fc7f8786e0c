import { create } from './copying.ts'
import { isInline } from './group-text.ts'

/** Matches how an element is displayed that is a box of its own. */
const BOX_RE = /^(?:block|flex|grid|table|flow-root|list-item)/

/** Distance of boxes in a row from which on there is room between them, in CSS px. */
const ROOM = 1

/** How an element floats beside a line that it begins or ends, such as a large first letter. */
const FLOATING: ReadonlySet<string> = new Set(['left', 'right', 'inline-start', 'inline-end'])

/**
 * Keeps a part of a line that is a box on its slide apart from what is beside it: by room where boxes follow one
 * another in a line, otherwise in a line of its own.
 */
export function setApart(
  element: Element,
  twin: Element,
  { display, float }: CSSStyleDeclaration,
): (Element | string)[] {
  if (twin.matches('img, svg, br, wbr')) {
    return [twin]
  }
  if (display.startsWith('inline-')) {
    return [twin, ' ']
  }
  const isBox = isInline(twin) && BOX_RE.test(display) && !FLOATING.has(float) && !isAlone(element)
  if (!isBox) {
    return [twin]
  }
  return isInRow(element) ? spread(element, twin) : [create('div', {}, twin)]
}

/** Puts room beside a part of a row where there is some on the slide. */
function spread(element: Element, twin: Element): (Element | string)[] {
  const { left, right } = element.getBoundingClientRect()
  const before = element.previousElementSibling?.getBoundingClientRect().right ?? left
  const after = element.nextElementSibling?.getBoundingClientRect().left ?? right
  return [...(left - before > ROOM ? [' '] : []), twin, ...(after - right > ROOM ? [' '] : [])]
}

/** Whether nothing is beside an element. */
function isAlone({
  parentElement,
  nextElementSibling,
  previousElementSibling,
  textContent,
}: Element): boolean {
  return (
    nextElementSibling === null &&
    previousElementSibling === null &&
    parentElement?.textContent?.trim() === textContent?.trim()
  )
}

function isInRow({ parentElement }: Element): boolean {
  const { display, flexDirection } = parentElement ? getComputedStyle(parentElement) : {}
  return (display?.endsWith('flex') && flexDirection?.startsWith('row')) ?? false
}
