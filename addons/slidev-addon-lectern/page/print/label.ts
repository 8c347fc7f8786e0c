/** Font sizes of a label, in CSS px; `address` is the least with an address, which needs no smaller print. */
const FONT_PX = { least: 6, address: 8, most: 13 }

/** All of them, the largest first. */
const FONT_SIZES = Array.from(
  { length: FONT_PX.most - FONT_PX.least + 1 },
  (_, index) => FONT_PX.most - index,
)

/** An address that is cut to less than so many characters tells nothing. */
const LEAST_ADDRESS = 8

/** Height of a line, and width of an average character, as shares of the font's size. */
export const LINE_SHARE = 1.3
const CHARACTER_SHARE = 0.6

/** Space between a box's border and its label, in CSS px. */
export const PADDING_PX = 4

/** Space on both sides of a label, with the border, in CSS px. */
const FRAME_PX = 2 * PADDING_PX + 2

/** Widest box that is made for its label, in CSS px. */
const MOST_LINE_PX = 240

/** Size in CSS px. */
export interface Size {
  width: number
  height: number
}

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
  const roomAt = (fontPx: number): { columns: number; rows: number } => ({
    columns: Math.floor((widthPx - FRAME_PX) / (fontPx * CHARACTER_SHARE)),
    rows: Math.floor((heightPx - FRAME_PX) / (fontPx * LINE_SHARE)),
  })
  const takes = (fontPx: number, shown?: string): boolean => {
    const { columns, rows } = roomAt(fontPx)
    const taken = [name, shown ?? ''].map((text) => Math.ceil(text.length / columns))
    return columns > 0 && longestWord(name) <= columns && taken.reduce((a, b) => a + b) <= rows
  }
  const largest = (least: number, shown?: string): number | undefined =>
    FONT_SIZES.find((fontPx) => fontPx >= least && takes(fontPx, shown))
  if (address !== undefined) {
    const whole = shortenAddress(address, Infinity)
    const { columns, rows } = roomAt(FONT_PX.address)
    const left = (rows - Math.ceil(name.length / columns)) * columns
    const shown = left >= LEAST_ADDRESS ? shortenAddress(address, left) : whole
    const fontPx = largest(FONT_PX.address, whole)
    if (fontPx !== undefined) {
      return { fontPx, lines: [name, whole] }
    }
    if (takes(FONT_PX.address, shown)) {
      return { fontPx: FONT_PX.address, lines: [name, shown] }
    }
  }
  const fontPx = largest(FONT_PX.least)
  return { fontPx: fontPx ?? FONT_PX.least, lines: fontPx === undefined ? [] : [name] }
}

/** Returns the size of a box that has room for a name in a line. */
export function roomOf(name: string): Size {
  const fontPx = FONT_PX.most - 2
  return {
    width: Math.min(
      MOST_LINE_PX,
      Math.ceil((name.length + 1) * fontPx * CHARACTER_SHARE) + FRAME_PX,
    ),
    height: Math.ceil(fontPx * LINE_SHARE) + FRAME_PX,
  }
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
