import { expect, it } from 'vitest'

import { splitJavaLine } from './java-tokens.ts'
import { LISTINGS } from './listings.ts'

it.each([
  ['', []],
  ['  }', ['plain:  }']],
  ['int n = 10;', ['keyword:int', 'plain: n = ', 'number:10', 'plain:;']],
  ['new int[n+1]', ['keyword:new', 'plain: ', 'keyword:int', 'plain:[n+', 'number:1', 'plain:]']],
  ['x; // for 2', ['plain:x; ', 'comment:// for 2']],
  ['// int', ['comment:// int']],
])('splits %j by kind', (line, expected) => {
  expect(splitJavaLine(line).map(({ kind, text }) => `${kind}:${text}`)).toEqual(expected)
})

it.each(['newest', 'printer', 'x2', 'forInt', 'a / b', '<b>{{ 1x }}</b>'])(
  'finds no keyword, number or comment in %j',
  (line) => {
    expect(splitJavaLine(line)).toEqual([{ kind: 'plain', text: line }])
  },
)

it('loses no character of the listings', () => {
  for (const line of LISTINGS.flatMap(({ lines }) => lines)) {
    expect(
      splitJavaLine(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
  }
})
