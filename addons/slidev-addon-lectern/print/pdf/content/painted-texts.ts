import { listUnits } from './content-stream.ts'
import type { ContentGroup } from './content-stream.ts'
import { readShown } from './piece.ts'
import type { Piece, Shown } from './piece.ts'
import type { TextPlace } from './text-state.ts'

/** Text between `BT` and `ET`. */
export interface TextBlock {
  group: ContentGroup
  /** Of its first letter; `undefined` before there is one. */
  place?: TextPlace
  shown: { piece: Piece | undefined; shown: Shown }[]
}

/** Blocks that are looked at: a shadow is painted shortly before its text. */
const NEAR_BLOCKS = 12

/** Greatest distance of a shadow from its text, as a share of the font size. */
const GREATEST_OFFSET = 0.5

/**
 * Finds text that is painted again at its place: the browser paints each shadow, and each outline of letters, as the
 * text once more.
 */
export class PaintedTexts {
  #blocks: TextBlock[] = []

  /** Adds a block. The same text below it is a copy, which belongs to no piece any more. */
  add(block: TextBlock): void {
    const isTagged = block.shown.some(({ piece }) => piece)
    const copies = isTagged ? this.#blocks.filter((before) => isCopy(before, block)) : []
    copies.forEach(forget)
    this.#blocks = [...this.#blocks.filter((before) => !copies.includes(before)), block].slice(
      -NEAR_BLOCKS,
    )
  }
}

function isCopy(one: TextBlock, other: TextBlock): boolean {
  const isNear =
    one.place !== undefined && other.place !== undefined && isNearTo(one.place, other.place)
  const text = isNear ? readBlock(other) : ''
  return text !== '' && readBlock(one) === text
}

function isNearTo(one: TextPlace, { x, y, size }: TextPlace): boolean {
  return Math.hypot(one.x - x, one.y - y) <= GREATEST_OFFSET * size
}

function readBlock({ shown }: TextBlock): string {
  return shown.map((each) => readShown(each.shown)).join('')
}

function forget({ group, shown }: TextBlock): void {
  shown.forEach((each) => each.piece?.forget(each.shown))
  listUnits(group.children).forEach((unit) => {
    unit.piece = undefined
  })
}
