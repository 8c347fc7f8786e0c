import { fitLabel, LINE_SHARE, PADDING_PX } from './label.ts'
import type { BoxLabel, Size } from './label.ts'

/** Style of a box: of the slide's own text color, so that it is legible in light and dark mode. */
const BOX_STYLE = `
  box-sizing: border-box; display: inline-flex; flex-direction: column; align-items: center; justify-content: center;
  overflow: hidden; padding: ${PADDING_PX}px; border: 1px dashed color-mix(in srgb, currentColor 55%, transparent);
  background: color-mix(in srgb, currentColor 7%, transparent); text-align: center; text-indent: 0;
  line-height: ${LINE_SHARE}; font-weight: 400; font-style: normal;
  letter-spacing: normal; text-transform: none; white-space: normal; overflow-wrap: anywhere;`

/** Properties that place an element; what takes its place has to be in the same place. */
const PLACING = [
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'z-index',
  'float',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'align-self',
  'justify-self',
  'grid-row-start',
  'grid-row-end',
  'grid-column-start',
  'grid-column-end',
  'order',
  'vertical-align',
  'transform',
  'transform-origin',
  'max-width',
  'border-top-left-radius',
  'border-top-right-radius',
  'border-bottom-left-radius',
  'border-bottom-right-radius',
]

/** Shows one element in the place of another, as large as it is. */
export function putInPlace(
  replaced: Element,
  replacement: HTMLElement,
  { width, height }: Size,
): void {
  const style = getComputedStyle(replaced)
  for (const property of PLACING) {
    replacement.style.setProperty(property, style.getPropertyValue(property))
  }
  if (!style.display.startsWith('inline')) {
    replacement.style.display = replacement instanceof HTMLImageElement ? 'block' : 'flex'
  }
  replacement.style.flex = 'none'
  replacement.style.width = `${width}px`
  replacement.style.height = `${height}px`
  replaced.replaceWith(replacement)
}

/** Creates a box with a label, which links to an address on another host. */
export function createBox(label: BoxLabel, { width, height }: Size): HTMLElement {
  const box = document.createElement('span')
  const { fontPx, lines } = fitLabel(label, width, height)
  box.className = 'lectern-box'
  box.style.cssText = BOX_STYLE
  box.style.fontSize = `${fontPx}px`
  box.append(
    ...lines.map((line, index) => createLine(line, index === 1 ? label.address : undefined)),
  )
  return box
}

/** Takes the labels of boxes that lie on that of another box: nobody could read either. */
export function unlabelStacked(root: HTMLElement): void {
  const labels: DOMRect[] = []
  for (const box of root.querySelectorAll('.lectern-box')) {
    const lines = [...box.children].map((line) => line.getBoundingClientRect())
    if (lines.some((line) => labels.some((label) => areOverlapping(line, label)))) {
      box.replaceChildren()
    } else {
      labels.push(...lines)
    }
  }
}

function areOverlapping(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

function createLine(text: string, address: string | undefined): HTMLElement {
  const isLink = address !== undefined && /^https?:/.test(address)
  const line = document.createElement(isLink ? 'a' : 'span')
  line.textContent = text
  line.style.cssText = 'display: block; max-width: 100%; color: inherit; font: inherit; border: 0'
  if (isLink) {
    line.setAttribute('href', address)
    line.style.textDecoration = 'underline'
  }
  return line
}
