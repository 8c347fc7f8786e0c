import type { SourceHint } from '../../../deck/source-lines.ts'
import { quote } from '../../observation.ts'
import { toBox } from '../../slide/box.ts'
import type { Box } from '../../slide/box.ts'
import { drawnElements } from '../../slide/drawn-tree.ts'
import { isShown } from '../../slide/slide-view.ts'
import type { Graphic, SlideView } from '../../slide/slide-view.ts'

/** Content of a slide that could be cut off. */
export interface Item {
  element: Element
  /** How a message names it. */
  name: string
  hint: SourceHint
  box: Box
}

/** Lists everything on a slide that could be cut off: texts, images, and boxes with a border or background. */
export function listItems({ root, lines, graphics }: SlideView): Item[] {
  return [
    ...lines.map(({ element, text, nth, ink }) => ({
      element,
      name: quote(text),
      hint: { text, nth },
      box: ink,
    })),
    ...graphics.map((graphic) => ({
      element: graphic.element,
      name: graphic.name,
      hint: hintOf(graphic),
      box: graphic.drawn,
    })),
    ...findPaintedBoxes(root),
  ]
}

function hintOf({ source, nth, element }: Graphic): SourceHint {
  return source ? { reference: source, nth } : { reference: `<${element.localName}`, nth }
}

/** Finds boxes in the flow of the text that have a border or background of their own. */
function findPaintedBoxes(root: Element): Item[] {
  return [...drawnElements(root)]
    .filter((element) => element instanceof HTMLElement && isPaintedInFlow(element))
    .map((element) => {
      const text = element.textContent.trim()
      const className = element.getAttribute('class')?.split(' ').at(-1) ?? ''
      return {
        element,
        name: text ? `the box around ${quote(text)}` : `an empty <${element.localName}>`,
        hint: text ? { text } : { reference: className || `<${element.localName}` },
        box: toBox(element.getBoundingClientRect()),
      }
    })
}

function isPaintedInFlow(element: HTMLElement): boolean {
  const { position, float, backgroundColor, backgroundImage, borderStyle, borderWidth, display } =
    getComputedStyle(element)
  const isInFlow = (position === 'static' || position === 'relative') && float === 'none'
  const isPainted =
    !backgroundColor.endsWith(', 0)') ||
    backgroundImage !== 'none' ||
    (borderStyle !== 'none' && borderWidth !== '0px')
  return (
    isInFlow &&
    isPainted &&
    display !== 'inline' &&
    element.offsetWidth > 0 &&
    element.offsetHeight > 0 &&
    !element.querySelector('.slidev-layout') &&
    !element.matches('.slidev-layout, [aria-hidden="true"], [aria-hidden="true"] *') &&
    isShown(element)
  )
}
