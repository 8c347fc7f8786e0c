import { PDFHexString } from 'pdf-lib'
import type { PDFRef } from 'pdf-lib'

import type { ContentGroup } from './content-stream.ts'
import { Piece } from './piece.ts'
import type { Shown } from './piece.ts'
import type { Operator } from './read-operators.ts'

/** The marks that are open while a stream is read, and the pieces that the browser's marks give. */
export class OpenMarks {
  /** Pieces by the number of their mark, in the order of painting. */
  readonly pieces = new Map<number, Piece[]>()
  readonly #stream: PDFRef
  /** For each open mark its number, or the group of one that stays. */
  readonly #open: (number | ContentGroup | undefined)[] = []
  /** Text that stands for what is shown now. */
  #actualText: string | undefined

  /** @param stream - Page or form that is read. */
  constructor(stream: PDFRef) {
    this.#stream = stream
  }

  /**
   * Opens a mark. One that gives a text, such as of a ligature, stays in the stream as a group.
   *
   * @param openGroup - Opens the group.
   */
  open(operator: Operator, openGroup: (open: Operator) => ContentGroup): void {
    const properties = operator.operands.find((operand) => operand instanceof Map)
    const mark = properties?.get('MCID')
    const actual = properties?.get('ActualText')
    if (actual instanceof Uint8Array) {
      this.#actualText = decodeTextString(actual)
      this.#open.push(openGroup(operator))
    } else {
      this.#open.push(typeof mark === 'number' ? mark : undefined)
    }
  }

  /** Closes the last mark, and tells whether it is a group of the stream. */
  close(): boolean {
    const isGroup = typeof this.#open.pop() === 'object'
    if (isGroup) {
      this.#actualText = undefined
    }
    return isGroup
  }

  /** Returns the text that stands for what is shown until the end of a mark: whole at first, then none. */
  takeActualText(): Shown | undefined {
    const text = this.#actualText
    if (text === undefined) {
      return undefined
    }
    this.#actualText = ''
    return { text }
  }

  /**
   * Returns the piece that is painted now.
   *
   * @param isEastAsian - Whether it is East Asian text; `undefined` for what can be in any.
   */
  openPiece(isEastAsian?: boolean): Piece | undefined {
    const mark = this.#open.findLast((each) => typeof each === 'number')
    if (typeof mark !== 'number') {
      return undefined
    }
    const pieces = this.pieces.get(mark) ?? []
    this.pieces.set(mark, pieces)
    const last = pieces.at(-1)
    if (last && (isEastAsian === undefined || last.isEastAsian === isEastAsian)) {
      return last
    }
    const piece = new Piece(this.#stream, isEastAsian === true)
    pieces.push(piece)
    return piece
  }
}

/** Decodes a text string of a PDF. */
function decodeTextString(bytes: Uint8Array): string {
  return PDFHexString.of(Buffer.from(bytes).toString('hex')).decodeText()
}
