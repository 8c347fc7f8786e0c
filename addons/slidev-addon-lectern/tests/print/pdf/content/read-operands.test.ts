import {
  array,
  assert,
  constantFrom,
  double,
  letrec,
  oneof,
  property,
  string,
  uint8Array,
} from 'fast-check'
import { expect, it } from 'vitest'

import type { Operand } from '../../../../print/pdf/content/read-operands.ts'
import { readOperators } from '../../../../print/pdf/content/read-operators.ts'

/** Returns the operands of the first operator; bytes of strings as text. */
function read(content: string): unknown {
  const [operator] = readOperators(Buffer.from(content, 'latin1'))
  return operator?.operands.map(toPlain)
}

function toPlain(operand: Operand): unknown {
  if (operand instanceof Uint8Array) {
    return { bytes: Buffer.from(operand).toString('latin1') }
  }
  if (operand instanceof Map) {
    return new Map([...operand].map(([key, value]) => [key, toPlain(value)]))
  }
  return Array.isArray(operand) ? operand.map(toPlain) : operand
}

it.each([
  ['numbers', '1 -2 +3 .5 -.5 4. 0.25 00 cm', [1, -2, 3, 0.5, -0.5, 4, 0.25, 0]],
  ['names', '/F1 /a#20b /#41#2F / Do', ['F1', 'a b', 'A/', '']],
  ['constants', 'true false null Do', [true, false, null]],
  ['arrays', '[1[2 /A]3] 0 d', [[1, [2, 'A'], 3], 0]],
  ['nothing', 'q', []],
])('reads %s', (_, content, expected) => {
  expect(read(content)).toEqual(expected)
})

it.each([
  ['plain', '(a b) Tj', 'a b'],
  ['empty', '() Tj', ''],
  ['with brackets', '(a(b(c))d) Tj', 'a(b(c))d'],
  ['with escaped brackets', String.raw`(\(a\)\\) Tj`, '(a)\\'],
  ['with escapes', String.raw`(\n\r\t\b\f\q) Tj`, '\n\r\t\b\fq'],
  ['with octal codes', String.raw`(\101\61x\0531\7) Tj`, 'A1x+1\x07'],
  ['with an octal code that is too large', String.raw`(\501) Tj`, 'A'],
  ['with a line that goes on', '(a\\\nb\\\r\nc) Tj', 'abc'],
  ['with binary codes', '(\x00\xff%/) Tj', '\x00\xff%/'],
  ['in hexadecimal digits', '<4a 4B\n4> Tj', 'JK@'],
  ['in no digits', '<> Tj', ''],
])('reads a string %s', (_, content, bytes) => {
  expect(read(content)).toEqual([{ bytes }])
})

it('reads dictionaries in dictionaries', () => {
  expect(read('/P <</MCID 3/A<</B [1 <41>]>>/C(x)/D true/E null>> BDC')).toEqual([
    'P',
    new Map<string, unknown>([
      ['MCID', 3],
      ['A', new Map([['B', [1, { bytes: 'A' }]]])],
      ['C', { bytes: 'x' }],
      ['D', true],
      ['E', null],
    ]),
  ])
})

it('passes over comments', () => {
  expect(read('1 % 2 (\n[ (a) % ]\r(b) ] <</A % >>\n1>> Do')).toEqual([
    1,
    [{ bytes: 'a' }, { bytes: 'b' }],
    new Map([['A', 1]]),
  ])
})

/** Writes an operand as tersely as the format allows. */
function write(operand: Operand): string {
  if (operand instanceof Uint8Array) {
    return `<${Buffer.from(operand).toString('hex')}>`
  }
  if (operand instanceof Map) {
    const entries = [...operand].map(([key, value]) => `${write(key)}${writeAfterWord(value)}`)
    return `<<${entries.join('')}>>`
  }
  if (Array.isArray(operand)) {
    return `[${operand.map(writeAfterWord).join('')}]`
  }
  return typeof operand === 'string' ? `/${operand}` : JSON.stringify(operand)
}

function writeAfterWord(operand: Operand): string {
  const text = write(operand)
  return /^[\w.-]/.test(text) ? ` ${text}` : text
}

const NAME = string({ unit: constantFrom('a', 'Z', '1', '.'), minLength: 1, maxLength: 3 })
const { operand: OPERAND } = letrec<{ operand: Operand }>((tie) => ({
  operand: oneof(
    { maxDepth: 3 },
    double({ min: -999, max: 999, noNaN: true }).map((number) => Number(number.toFixed(3)) + 0),
    NAME,
    constantFrom(true, false, null),
    uint8Array({ maxLength: 3 }),
    array(tie('operand'), { maxLength: 3 }),
    array(tie('operand'), { maxLength: 3 }).map(
      (values) => new Map(values.map((value, index) => [`k${index}`, value])),
    ),
  ),
}))

it('reads any operands that are written without needless spaces', () => {
  assert(
    property(array(OPERAND, { maxLength: 4 }), (operands) => {
      const content = `${operands.map(writeAfterWord).join('')} Do`
      expect(read(content)).toEqual(operands.map(toPlain))
    }),
  )
})
