import { describe, expect, it } from 'vitest'

import { readOrigins } from '../../deck/embed-origins.ts'

describe('the sites that may embed a deck', () => {
  it.each([
    ['https://wiki.example', ['https://wiki.example']],
    [['https://wiki.example/', 'https://WIKI.example'], ['https://wiki.example']],
    [
      ['http://lab.example:8080', 'https://*.lab.example'],
      ['http://lab.example:8080', 'https://*.lab.example'],
    ],
    ['http://localhost:3000', ['http://localhost:3000']],
    ['*', ['*']],
    [[], []],
  ])('are read from %j', (declared, expected) => {
    expect(readOrigins(declared)).toEqual(expected)
  })

  it.each([
    ['wiki.example', "such as ['https://wiki.example']"],
    ['localhost', "such as ['https://wiki.example']"],
    ['ftp://wiki.example', 'with http:// or https://'],
    ['https://wiki.example/page', "Write 'https://wiki.example'."],
    ['https://ada@wiki.example', "Write 'https://wiki.example'."],
    ['https://wiki.example;script-src *', 'origins of sites'],
    ['https://a.*.example', 'origins of sites'],
    [['*', 'https://wiki.example'], "either '*' alone"],
    [true, 'origins of sites'],
    [null, 'origins of sites'],
  ])('are not %j', (declared, message) => {
    expect(() => readOrigins(declared)).toThrow(message)
  })
})
