import type { PDFDict, PDFObject, PDFRef } from 'pdf-lib'

import type { ContentNode } from './content-stream.ts'
import { NodeList } from './node-list.ts'
import { OpenMarks } from './open-marks.ts'
import { AREA, PATH, PATH_PAINT, TEXT } from './operator-kinds.ts'
import { PaintedTexts } from './painted-texts.ts'
import type { TextBlock } from './painted-texts.ts'
import { readShown } from './piece.ts'
import type { Piece } from './piece.ts'
import { readOperators } from './read-operators.ts'
import type { Operator } from './read-operators.ts'
import { findForm } from './resources.ts'
import { hasEastAsian } from './script-language.ts'
import { readStreamFont } from './stream-fonts.ts'
import type { ReadFont } from './stream-fonts.ts'
import { TextState } from './text-state.ts'

/** A stream to read. */
export interface StreamSource {
  ref: PDFRef
  bytes: Uint8Array
  resources?: PDFDict
  /** Fonts that are read already, by their dictionary. */
  fonts: Map<PDFObject, ReadFont>
}

/** Reads a content stream into units and groups, and the pieces that the browser marked. */
export class StreamReader {
  readonly forms: PDFRef[] = []
  readonly #source: StreamSource
  readonly #marks: OpenMarks
  readonly #list = new NodeList()
  readonly #text = new TextState()
  readonly #painted = new PaintedTexts()
  #block: TextBlock | undefined
  /** Whether a font of this stream has East Asian letters. */
  #isEastAsian = false
  #pathStart = -1

  constructor(source: StreamSource) {
    this.#source = source
    this.#marks = new OpenMarks(source.ref)
  }

  get nodes(): readonly ContentNode[] {
    return this.#list.nodes
  }

  /** Pieces by the number of the browser's mark, in the order of painting. */
  get pieces(): ReadonlyMap<number, readonly Piece[]> {
    return this.#marks.pieces
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
      this.#list.add({ kind: 'unit', start: first, end: operator.end, paints: false })
    } else {
      this.#paint(operator, first, 'hasShapes')
    }
  }

  #paint({ end }: Operator, start: number, what: 'hasImage' | 'hasShapes', form?: PDFRef): void {
    const piece = this.#marks.openPiece()
    if (piece) {
      piece[what] = true
    }
    this.#list.add({ kind: 'unit', start, end, paints: true, piece, form })
  }

  #showText(operator: Operator): void {
    const shown = this.#marks.takeActualText() ?? { operator, font: this.#text.font }
    // Few fonts have such letters, and reading texts takes a while.
    const piece = this.#marks.openPiece(this.#isEastAsian ? hasEastAsian(readShown(shown)) : false)
    if (piece && this.#text.show()) {
      piece.breakLine()
    }
    piece?.show(shown)
    if (this.#block) {
      this.#block.place ??= this.#text.place
      this.#block.shown.push({ piece, shown })
    }
    this.#list.add({ kind: 'unit', start: operator.start, end: operator.end, paints: true, piece })
  }

  #paintObject(operator: Operator): void {
    const form = findForm(this.#source.resources, operator.nameOperand)?.ref
    this.#paint(operator, operator.start, 'hasImage', form)
    if (form) {
      this.forms.push(form)
    }
  }

  /** Takes the marks of the browser out, and keeps those that give a text. */
  #readMark(operator: Operator): boolean {
    if (operator.name === 'BDC' || operator.name === 'BMC') {
      this.#marks.open(operator, (open) => this.#list.openGroup(open))
      return true
    }
    if (operator.name === 'EMC' && this.#marks.close()) {
      this.#list.closeGroup(operator)
    }
    return operator.name === 'EMC'
  }

  #readState(operator: Operator): void {
    switch (operator.name) {
      case 'q': {
        this.#text.save()
        this.#list.openGroup(operator)
        return
      }
      case 'Q': {
        this.#text.restore()
        this.#list.closeGroup(operator)
        return
      }
      case 'BT': {
        this.#block = { group: this.#list.openGroup(operator), shown: [] }
        return
      }
      case 'ET': {
        this.#list.closeGroup(operator)
        this.#endBlock()
        return
      }
      case 'Tf': {
        const { resources, fonts } = this.#source
        const font = readStreamFont(resources, operator.nameOperand, fonts)
        this.#text.setFont(font, operator.numbers[0] ?? 0)
        this.#isEastAsian ||= font?.isEastAsian === true
        break
      }
      case 'Tm': {
        this.#text.moveTo(operator.numbers)
        break
      }
      case 'Td': {
        this.#text.moveBy(operator.numbers)
        break
      }
      case 'cm': {
        this.#text.transform(operator.numbers)
        break
      }
      default:
    }
    this.#list.add({ kind: 'unit', start: operator.start, end: operator.end, paints: false })
  }

  #endBlock(): void {
    if (this.#block) {
      this.#painted.add(this.#block)
    }
    this.#block = undefined
  }
}
