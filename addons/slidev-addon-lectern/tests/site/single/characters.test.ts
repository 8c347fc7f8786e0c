import { expect, it } from 'vitest'

import { listCharacters } from '../../../site/single/characters.ts'

const beyondAscii = (...texts: string[]): string =>
  Array.from(listCharacters(texts))
    .filter((character) => character > '~')
    .join('')

it('lists printable ASCII, whatever the texts have', () => {
  expect(listCharacters([])).toBe(
    ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~',
  )
})

it('lists other characters once, in both cases', () => {
  expect(beyondAscii('éa→', 'é', '群')).toBe('éÉ→群')
})

it('lists the letters of a case that is longer', () => {
  expect(beyondAscii('ﬁ')).toBe('ﬁ')
})

it('lists characters outside of the first plane whole', () => {
  expect(beyondAscii('𝒳')).toBe('𝒳')
})

it('lists the characters that a style sheet has by their numbers, and ignores numbers of none', () => {
  expect(beyondAscii(String.raw`content:"\25b6\2014 x\ffffff"`)).toBe('▶—')
})
