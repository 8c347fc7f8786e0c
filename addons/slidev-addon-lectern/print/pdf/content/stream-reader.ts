import { PDFHexString } from 'pdf-lib'
import type { PDFDict, PDFObject, PDFRef } from 'pdf-lib'

import type { ContentGroup, ContentNode, ContentUnit } from './content-stream.ts'
import { AREA, PATH, PATH_PAINT, TEXT } from './operator-kinds.ts'
import { Piece, readShown } from './piece.ts'
import type { Shown } from './piece.ts'
import { readOperators } from './read-operators.ts'
import type { Operator } from './read-operators.ts'
import { findFont, findForm } from './resources.ts'
import { hasEastAsian } from './script-language.ts'
import { readFontText } from './to-unicode.ts'
import type { FontText } from './to-unicode.ts'

/** A font of a stream. */
export interface ReadFont extends FontText {
  isEastAsian: boolean
}

/** A stream to read. */
export interface StreamSource {
  ref: PDFRef
  bytes: Uint8Array
  resources?: PDFDict
  /** Fonts that are read already, by their dictionary. */
  fonts: Map<PDFObject, ReadFont>
}

/**
 * Tells whether a unit can be part of the one before it: neither paints, both paint the same piece, or it places the
 * text that follows.
 */
function isJoined(last: ContentUnit, unit: ContentUnit, isInText: boolean): boolean {
  if (unit.start - last.end > 1 || unit.form || last.form) {
    return false
  }
  const isSame = unit.paints && last.paints && unit.piece === last.piece
  return isSame || (!unit.paints && (!last.paints || isInText))
}

/** Least distance of two lines as a share of the font size; a raised or lowered letter is nearer to its line. */
const LEAST_LEADING = 0.8

/** Reads a content stream into units and groups, and the pieces that the browser marked. */
export class StreamReader {
  readonly nodes: ContentNode[] = []
  readonly pieces = new Map<number, Piece[]>()
  readonly forms: PDFRef[] = []
  readonly #source: StreamSource
  readonly #groups: ContentGroup[] = []
  /** For each open mark its number, or the group of one that stays. */
  readonly #marks: (number | ContentGroup | undefined)[] = []
  #font: ReadFont | undefined
  /** Whether a font of this stream has East Asian letters. */
  #isEastAsian = false
  readonly #fontStack: (ReadFont | undefined)[] = []
  /** Text that stands for what is shown now. */
  #actualText: string | undefined
  #pathStart = -1
  #fontSize = 0
  /** Height of the text that is placed now, and of the one that was shown last. */
  #baseline = 0
  #shownBaseline = 0

  constructor(source: StreamSource) {
    this.#source = source
  }

  readAll(): void {
    for (const operator of readOperators(this.#source.bytes)) {
      this.#read(operator)
    }
  }

  #read(operator: Operator): void {
    const { name } = operator
    if (PATH.has(name)) {
      this.#pathStart = this.#pathStart < 0 ? operator.start : this.#pathStart
    } else if (name === 'W' || name === 'W*') {
      // The path goes on to the operator that ends it.
    } else if (PATH_PAINT.has(name) || name === 'n') {
      this.#endPath(operator)
    } else if (TEXT.has(name)) {
      this.#showText(operator)
    } else if (name === 'Do') {
      this.#paintObject(operator)
    } else if (AREA.has(name)) {
      this.#paint(operator, operator.start, 'hasImage')
    } else if (!this.#readMark(operator)) {
      this.#readState(operator)
    }
  }

  #endPath(operator: Operator): void {
    const first = this.#pathStart < 0 ? operator.start : this.#pathStart
    this.#pathStart = -1
    if (operator.name === 'n') {
      this.#add({ kind: 'unit', start: first, end: operator.end, paints: false })
    } else {
      this.#paint(operator, first, 'hasShapes')
    }
  }

  #paint({ end }: Operator, start: number, what: 'hasImage' | 'hasShapes', form?: PDFRef): void {
    const piece = this.#openPiece()
    if (piece) {
      piece[what] = true
    }
    this.#add({ kind: 'unit', start, end, paints: true, piece, form })
  }

  #showText(operator: Operator): void {
    const shown = this.#takeActualText() ?? { operator, font: this.#font }
    // Few fonts have such letters, and reading texts takes a while.
    const piece = this.#openPiece(this.#isEastAsian ? hasEastAsian(readShown(shown)) : false)
    if (Math.abs(this.#baseline - this.#shownBaseline) > LEAST_LEADING * this.#fontSize) {
      piece?.breakLine()
    }
    this.#shownBaseline = this.#baseline
    piece?.show(shown)
    this.#add({ kind: 'unit', start: operator.start, end: operator.end, paints: true, piece })
  }

  /** Returns the text that stands for what is shown until the end of a mark: whole at first, then none. */
  #takeActualText(): Shown | undefined {
    const text = this.#actualText
    if (text === undefined) {
      return undefined
    }
    this.#actualText = ''
    return { text }
  }

  #paintObject(operator: Operator): void {
    const form = findForm(this.#source.resources, operator.nameOperand)?.ref
    this.#paint(operator, operator.start, 'hasImage', form)
    if (form) {
      this.forms.push(form)
    }
  }

  /** Takes the marks of the browser out, and keeps those that give a text, such as of a ligature. */
  #readMark(operator: Operator): boolean {
    if (operator.name === 'BDC' || operator.name === 'BMC') {
      const properties = operator.operands.find((operand) => operand instanceof Map)
      const mark = properties?.get('MCID')
      const actual = properties?.get('ActualText')
      if (actual instanceof Uint8Array) {
        this.#actualText = decodeTextString(actual)
        this.#marks.push(this.#openGroup(operator))
      } else {
        this.#marks.push(typeof mark === 'number' ? mark : undefined)
      }
      return true
    }
    if (operator.name === 'EMC') {
      const mark = this.#marks.pop()
      if (typeof mark === 'object') {
        this.#actualText = undefined
        this.#closeGroup(operator)
      }
      return true
    }
    return false
  }

  #readState(operator: Operator): void {
    switch (operator.name) {
      case 'q': {
        this.#fontStack.push(this.#font)
        this.#openGroup(operator)
        return
      }
      case 'Q': {
        this.#font = this.#fontStack.pop()
        this.#closeGroup(operator)
        return
      }
      case 'BT': {
        this.#openGroup(operator)
        return
      }
      case 'ET': {
        this.#closeGroup(operator)
        return
      }
      case 'Tf': {
        this.#font = this.#readFont(operator.nameOperand)
        this.#fontSize = operator.numbers[0] ?? 0
        this.#isEastAsian ||= this.#font?.isEastAsian === true
        break
      }
      case 'Tm': {
        this.#baseline = operator.numbers[5] ?? 0
        break
      }
      default:
    }
    this.#add({ kind: 'unit', start: operator.start, end: operator.end, paints: false })
  }

  #readFont(name: string): ReadFont | undefined {
    const { resources, fonts } = this.#source
    const font = findFont(resources, name)
    if (!font) {
      return undefined
    }
    const known = fonts.get(font)
    if (known) {
      return known
    }
    const text = readFontText(font)
    const read = { ...text, isEastAsian: hasEastAsian([...text.texts.values()].join('')) === true }
    fonts.set(font, read)
    return read
  }

  /**
   * Returns the piece that is painted now.
   *
   * @param isEastAsian - Whether it is East Asian text; `undefined` for what can be in any.
   */
  #openPiece(isEastAsian?: boolean): Piece | undefined {
    const mark = this.#marks.findLast((each) => typeof each === 'number')
    if (typeof mark !== 'number') {
      return undefined
    }
    const pieces = this.pieces.get(mark) ?? []
    this.pieces.set(mark, pieces)
    const last = pieces.at(-1)
    if (last && (isEastAsian === undefined || last.isEastAsian === isEastAsian)) {
      return last
    }
    const piece = new Piece(this.#source.ref, isEastAsian === true)
    pieces.push(piece)
    return piece
  }

  #add(unit: ContentUnit): void {
    const group = this.#groups.at(-1)
    const siblings = group?.children ?? this.nodes
    const last = siblings.at(-1)
    if (last?.kind === 'unit' && isJoined(last, unit, group?.open.name === 'BT')) {
      last.end = unit.end
    } else {
      siblings.push(unit)
    }
  }

  #openGroup(open: Operator): ContentGroup {
    const group: ContentGroup = { kind: 'group', open, children: [] }
    const siblings = this.#groups.at(-1)?.children ?? this.nodes
    siblings.push(group)
    this.#groups.push(group)
    return group
  }

  #closeGroup(close: Operator): void {
    const group = this.#groups.pop()
    if (group) {
      group.close = close
    }
  }
}

/** Decodes a text string of a PDF. */
function decodeTextString(bytes: Uint8Array): string {
  return PDFHexString.of(Buffer.from(bytes).toString('hex')).decodeText()
}
