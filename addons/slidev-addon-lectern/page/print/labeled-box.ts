/** Font sizes of a label, in CSS px. */
const FONT_PX = { least: 6, most: 13 }

/** Height of a line, and width of an average character, as shares of the font's size. */
const LINE_SHARE = 1.3
const CHARACTER_SHARE = 0.56

/** Space between a box's border and its label, in CSS px. */
const PADDING_PX = 4

/** Style of a box: of the slide's own text color, so that it is legible in light and dark mode. */
const BOX_STYLE = `
  box-sizing: border-box; display: inline-flex; flex-direction: column; align-items: center; justify-content: center;
  overflow: hidden; padding: ${PADDING_PX}px; border: 1px dashed color-mix(in srgb, currentColor 55%, transparent);
  background: color-mix(in srgb, currentColor 7%, transparent); text-align: center; text-indent: 0;
  line-height: ${LINE_SHARE}; font-weight: 400; font-style: normal;
  letter-spacing: normal; text-transform: none; white-space: normal; overflow-wrap: anywhere;`

/** Text of a box. */
export interface BoxLabel {
  /** Kind of content it replaces, such as "Embedded page". */
  name: string
  /** Address of it. */
  address?: string
}

/** Lines of a label that fit in a box. */
export interface FittedLabel {
  fontPx: number
  /** Name, and address where there is room for both; none in a tiny box. */
  lines: string[]
}

/** Returns the lines of a label that fit in a box of this size, at the largest font that takes them whole. */
export function fitLabel(
  { name, address }: BoxLabel,
  widthPx: number,
  heightPx: number,
): FittedLabel {
  const shown = address === undefined ? undefined : shortenAddress(address, Infinity)
  for (let fontPx = FONT_PX.most; fontPx >= FONT_PX.least; fontPx -= 1) {
    const columns = Math.floor((widthPx - 2 * PADDING_PX) / (fontPx * CHARACTER_SHARE))
    const rows = Math.floor((heightPx - 2 * PADDING_PX) / (fontPx * LINE_SHARE))
    const rowsOf = (text: string): number => Math.ceil(text.length / columns)
    const isNameWhole = columns > 0 && longestWord(name) <= columns && rowsOf(name) <= rows
    if (isNameWhole && (shown === undefined || rowsOf(name) + rowsOf(shown) <= rows)) {
      return { fontPx, lines: shown === undefined ? [name] : [name, shown] }
    }
    if (isNameWhole && fontPx === FONT_PX.least && shown !== undefined) {
      const room = (rows - rowsOf(name)) * columns
      return { fontPx, lines: room >= 8 ? [name, shortenAddress(shown, room)] : [name] }
    }
  }
  return { fontPx: FONT_PX.least, lines: [] }
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length))
}

/** Longest address that is written whole. */
const MOST_CHARACTERS = 72

/** Returns an address without its scheme, cut in the middle where it is longer than its room. */
export function shortenAddress(address: string, room: number): string {
  const plain = address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
  const most = Math.min(room, MOST_CHARACTERS)
  if (plain.length <= most) {
    return plain
  }
  const end = Math.floor((most - 1) / 2)
  return `${plain.slice(0, most - 1 - end)}…${plain.slice(-end)}`
}

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

/** Size in CSS px. */
export interface Size {
  width: number
  height: number
}

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
