import { expect, it } from 'vitest'

import { readOperators } from '../../../../print/pdf/content/read-operators.ts'

/** Returns operators with their operands, as they are written. */
function split(content: string): string[] {
  return readOperators(Buffer.from(content, 'latin1')).map(({ written }) => written)
}

it.each([
  ['operands', 'q 1 0 0 -1 .5 -2 cm Q', ['q', '1 0 0 -1 .5 -2 cm', 'Q']],
  [
    'names of operators with signs',
    'BT (a) \' 1 2 (b) " T* f* ET',
    ['BT', "(a) '", '1 2 (b) "', 'T*', 'f*', 'ET'],
  ],
  [
    'tokens without spaces between',
    '(a)Tj[(b)-3(c)]TJ/F1 9 Tf<0a>Tj',
    ['(a)Tj', '[(b)-3(c)]TJ', '/F1 9 Tf', '<0a>Tj'],
  ],
  ['brackets and operators in a string', '(a\\) Tj (b) ET) Tj ET', ['(a\\) Tj (b) ET) Tj', 'ET']],
  ['a backslash before the end of a string', '(a\\\\) Tj q', ['(a\\\\) Tj', 'q']],
  [
    'an operator after dictionaries',
    '/P <</MCID 1/A<</B[1]>>>> BDC EMC',
    ['/P <</MCID 1/A<</B[1]>>>> BDC', 'EMC'],
  ],
  ['constants, which are no operators', 'true false null Do q', ['true false null Do', 'q']],
  ['comments', '% q (\n1 % Q\r0 m %', ['1 % Q\r0 m']],
  ['line breaks of all kinds', 'q\r\nQ\rq\nQ\tq\fQ\0q', ['q', 'Q', 'q', 'Q', 'q', 'Q', 'q']],
  ['a stream without an operator', ' 1 2 (a) ', []],
])('splits %s', (_, content, expected) => {
  expect(split(content)).toEqual(expected)
})

it.each([
  ['plain data', 'BI /W 1 /H 1 ID x EI'],
  ['the letters within the data', 'BI /W 1 ID xEI EIy(EI\nEI'],
  ['brackets in the data', 'BI /W 1 ID (<[%\nEI'],
])('takes an inline image for one operator: %s', (_, image) => {
  expect(split(`q ${image} Q`)).toEqual(['q', image, 'Q'])
  expect(readOperators(Buffer.from(image)).map(({ name, operands }) => [name, operands])).toEqual([
    ['EI', []],
  ])
})

it.each(['q (a Tj', 'q <0a Tj', 'q BI ID x', 'q [(a) 1', 'q <</A 1', 'q % Q', 'q /', 'q 1'])(
  'reads to the end of a stream that breaks off: %s',
  (content) => {
    expect(split(content).at(0)).toBe('q')
  },
)

it('tells a number, a name and the whole operator', () => {
  const [font, matrix] = readOperators(Buffer.from('/F#201 12.5 Tf 1 0 0 -1 3 .5 Tm'))
  expect([font?.name, font?.nameOperand, font?.numbers]).toEqual(['Tf', 'F 1', [12.5]])
  expect([matrix?.nameOperand, matrix?.numbers]).toEqual(['', [1, 0, 0, -1, 3, 0.5]])
})

it('reads a part of a larger buffer', () => {
  const content = Buffer.from('(x) Tj /F1 9 Tf [(a) 2] TJ').subarray(7)
  const [font, text] = readOperators(content)
  expect([font?.start, font?.end, font?.nameOperand]).toEqual([0, 8, 'F1'])
  expect(text?.operands).toEqual([[Buffer.from('a'), 2]])
})

it('tells long names apart that begin alike', () => {
  const names = ['beginbfchar', 'beginbfrange', 'endbfchar', 'endb', 'end', 'en']
  expect(readOperators(Buffer.from(names.join(' '))).map(({ name }) => name)).toEqual(names)
})
