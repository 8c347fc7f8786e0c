import { PDFDict, PDFName, PDFStream } from 'pdf-lib'

import type { Operand } from './read-operands.ts'
import { readOperators } from './read-operators.ts'
import type { Operator } from './read-operators.ts'
import { readStream } from './streams.ts'

/** Tells the text of the bytes that a font shows. */
export interface FontText {
  /** Bytes of a code: 1 or 2. */
  bytesPerCode: 1 | 2
  /** Text of each code. */
  texts: ReadonlyMap<number, string>
}

/** Reads from a font which texts its codes stand for; none where the font does not tell. */
export function readFontText(font: PDFDict): FontText {
  const bytesPerCode = font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const texts = stream instanceof PDFStream ? readCodeMap(readStream(stream)) : new Map()
  return { bytesPerCode, texts }
}

/** Returns the text that a font shows for bytes; a code that it does not know shows nothing. */
export function decodeText({ bytesPerCode, texts }: FontText, bytes: Uint8Array): string {
  return listCodes(bytesPerCode, bytes)
    .map((code) => texts.get(code) ?? '')
    .join('')
}

/** Returns the text that an operator shows in a font. */
export function readOperatorText(font: FontText, { strings }: Operator): string {
  return strings.map((bytes) => decodeText(font, bytes)).join('')
}

/** Lists the codes of bytes. */
export function listCodes(bytesPerCode: 1 | 2, bytes: Uint8Array): number[] {
  const count = Math.floor(bytes.length / bytesPerCode)
  return Array.from({ length: count }, (_, index) =>
    bytesPerCode === 1 ? (bytes[index] ?? 0) : toCode(bytes.subarray(2 * index, 2 * index + 2)),
  )
}

/** Reads a `ToUnicode` map: `<01> <0041>` between beginbfchar and its end, `<01> <05> <0041>` in ranges. */
function readCodeMap(bytes: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { name, operands } of readOperators(bytes)) {
    if (name === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) {
        texts.set(toCode(operands[at]), toText(operands[at + 1]))
      }
    } else if (name === 'endbfrange') {
      for (let at = 0; at + 2 < operands.length; at += 3) {
        addRange(texts, toCode(operands[at]), toCode(operands[at + 1]), operands[at + 2])
      }
    }
  }
  return texts
}

function addRange(
  texts: Map<number, string>,
  first: number,
  last: number,
  target: Operand | undefined,
): void {
  for (let code = first; code <= last; code += 1) {
    if (Array.isArray(target)) {
      texts.set(code, toText(target[code - first]))
    } else {
      texts.set(code, shiftText(toText(target), code - first))
    }
  }
}

/** Returns a text whose last character is so many places further. */
function shiftText(text: string, places: number): string {
  const characters = Array.from(text)
  const last = characters.pop()?.codePointAt(0) ?? 0
  return characters.join('') + String.fromCodePoint(last + places)
}

function toCode(operand: Operand | undefined): number {
  const bytes = operand instanceof Uint8Array ? [...operand] : []
  return bytes.reduce((code, byte) => code * 256 + byte, 0)
}

function toText(operand: Operand | undefined): string {
  return operand instanceof Uint8Array ? swapBytes(operand).toString('utf16le') : ''
}

/** Returns UTF-16 with the low byte of each character first; an odd byte at the end is left out. */
function swapBytes(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16()
}
