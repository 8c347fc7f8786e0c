import { expect, it } from 'vitest'

import { parseSpanAttributes } from '../../markdown/span-attributes.ts'

it.each([
  ['{color=red}', { color: 'red', classes: [] }],
  ['{color="red"}', { color: 'red', classes: [] }],
  ["{color='red'}", { color: 'red', classes: [] }],
  ['{color=" red "}', { color: 'red', classes: [] }],
  ['{  color=red  }', { color: 'red', classes: [] }],
  ['{color=red .a .b-c #d}', { color: 'red', classes: ['a', 'b-c'], id: 'd' }],
  ['{.a color=red #d .b}', { color: 'red', classes: ['a', 'b'], id: 'd' }],
  [
    '{color=red .md:text-xl .w-1/2 .mt-1.5 .!m-0 .-mt-2}',
    classes('md:text-xl w-1/2 mt-1.5 !m-0 -mt-2'),
  ],
  ['{color=red\n.a}', { color: 'red', classes: ['a'] }],
  ['{color=rgb(1 2 3) .a}', { color: 'rgb(1 2 3)', classes: ['a'] }],
  ['{color=rgb(var(--x) 2 3)}', { color: 'rgb(var(--x) 2 3)', classes: [] }],
  ['{color=red, .a}', { color: 'red,', classes: ['a'] }],
  ['{color=red;x}', { color: 'red;x', classes: [] }],
  ['{color=red"x=y}', { color: 'red"x=y', classes: [] }],
  ['<color=red>', { color: 'red', classes: [] }],
  ['<color="red">', { color: 'red', classes: [] }],
  ["<color='red'>", { color: 'red', classes: [] }],
  ['<color=rgb(1 2 3)>', { color: 'rgb(1 2 3)', classes: [] }],
])('reads %j', (text, attributes) => {
  expect(parseSpanAttributes(text, 0)).toEqual({ id: undefined, ...attributes, end: text.length })
})

it('reads from the index it is given, and says where the attributes end', () => {
  const text = '{color=blue} [a]{color=red} {color=green}'
  expect(parseSpanAttributes(text, 16)).toEqual({ color: 'red', classes: [], end: 27 })
  expect(parseSpanAttributes(text, 15)).toBeUndefined()
  expect(parseSpanAttributes(text, 16)).toEqual({ color: 'red', classes: [], end: 27 })
})

it.each([
  '',
  '{',
  '{}',
  '{color}',
  '{color=}',
  '{color=""}',
  '{color="red}',
  '{color="red"x}',
  '{color="re\nd"}',
  '{color=red',
  '{color=red blue}',
  '{color=red color=red}',
  '{color=red #a #b}',
  '{color=red .}',
  '{color=red .1}',
  '{color=red #}',
  '{color=red #1}',
  '{color=red a}',
  '{color=red width=1}',
  '{color=rgb(1 2 3}',
  '{color=a(b(c(d)))}',
  '{color={red}}',
  '{{color=red}}',
  '{color=<b>}',
  '{.a}',
  '{#a}',
  '{ .a color = red }',
  '<color=red',
  '<color=>',
  '<color=red .a>',
  '<color=red >',
  '< color=red>',
  '<Color=red>',
  '(color=red)',
])('reads nothing from %j', (text) => {
  expect(parseSpanAttributes(text, 0)).toBeUndefined()
})

it.each(['{color=', '{color="', '<color=', '{color=red .'])(
  'reads a value of a million letters behind %s',
  (opening) => {
    const closing = { '{color=': '}', '{color="': '"}', '<color=': '>' }[opening] ?? '}'
    const text = `${opening}${'x'.repeat(1_000_000)}${closing}`
    expect(parseSpanAttributes(text, 0)?.end).toBe(text.length)
    expect(parseSpanAttributes(text.slice(0, -1), 0)).toBeUndefined()
  },
)

function classes(names: string): { color: string; classes: string[] } {
  return { color: 'red', classes: names.split(' ') }
}
