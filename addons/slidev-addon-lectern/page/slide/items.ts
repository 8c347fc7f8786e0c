import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { toBox } from './box.ts'
import type { Box } from './box.ts'
import { drawnElements } from './drawn-tree.ts'
import { isShown } from './slide-view.ts'
import type { Picture, SlideView } from './slide-view.ts'

/** Content of a slide that could be cut off. */
export interface Item {
  element: Element
  /** How a message names it. */
  name: string
  place: Observation['place']
  box: Box
}

/** Everything on a slide that could be cut off: texts, pictures, painted boxes in the text's flow. */
export function listItems({ root, lines, pictures }: SlideView): Item[] {
  return [
    ...lines.map(({ element, text, nth, ink }) => ({
      element,
      name: quote(text),
      place: { text, nth },
      box: ink,
    })),
    ...pictures.map((picture) => ({
      element: picture.element,
      name: picture.name,
      place: placeOf(picture),
      box: picture.drawn,
    })),
    ...findPaintedBoxes(root),
  ]
}

function placeOf({ source, nth, element }: Picture): Observation['place'] {
  return source ? { reference: source, nth } : { reference: `<${element.localName}`, nth }
}

/** Boxes in the text's flow that are drawn with a border or a ground of their own. */
function findPaintedBoxes(root: Element): Item[] {
  return [...drawnElements(root)]
    .filter((element) => element instanceof HTMLElement && isPaintedInFlow(element))
    .map((element) => {
      const text = element.textContent.trim()
      const className = element.getAttribute('class')?.split(' ').at(-1) ?? ''
      return {
        element,
        name: text ? `the box around ${quote(text)}` : `an empty <${element.localName}>`,
        place: text ? { text } : { reference: className || `<${element.localName}` },
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
