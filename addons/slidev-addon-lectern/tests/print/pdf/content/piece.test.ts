import { PDFRef } from 'pdf-lib'
import { expect, it } from 'vitest'

import { Piece, readShown } from '../../../../print/pdf/content/piece.ts'
import { readOperators } from '../../../../print/pdf/content/read-operators.ts'

const FONT = {
  bytesPerCode: 1,
  texts: new Map([
    [1, 'f'],
    [2, 'ffi'],
    [3, ' '],
  ]),
} as const

function createPiece(...parts: readonly (string | undefined)[]): Piece {
  const piece = new Piece(PDFRef.of(1), false)
  for (const text of parts) {
    if (text === undefined) {
      piece.breakLine()
    } else {
      piece.show({ text })
    }
  }
  return piece
}

it.each([
  ['<0102> Tj', 'fffi'],
  ['[<01> -250 <0203>] TJ', 'fffi '],
  ["<01> '", 'f'],
  ['1 2 <01> "', 'f'],
])('reads what %s shows', (content, expected) => {
  const [operator] = readOperators(Buffer.from(content))
  expect(operator && readShown({ operator, font: FONT })).toBe(expected)
})

it('has text even in a font that does not tell it', () => {
  const [operator] = readOperators(Buffer.from('<01> Tj'))
  const piece = createPiece()
  expect(piece.hasText).toBe(false)
  if (operator) {
    piece.show({ operator })
  }
  expect([piece.hasText, piece.text]).toEqual([true, ''])
})

it('separates lines by one space', () => {
  expect(createPiece('a', undefined, 'b ', undefined, ' c', 'd').text).toBe('a b cd')
})

it.each([
  ['nothing', createPiece(), true],
  ['line breaks', createPiece(undefined, undefined), true],
  ['spaces', createPiece(' ', '\u{A0}\u{3000}'), true],
  ['a letter', createPiece(' ', 'x'), false],
])('tells whether it is blank: %s', (_, piece, expected) => {
  expect(piece.isBlank).toBe(expected)
})

it('has no text in line breaks alone', () => {
  expect(createPiece(undefined).hasText).toBe(false)
})
