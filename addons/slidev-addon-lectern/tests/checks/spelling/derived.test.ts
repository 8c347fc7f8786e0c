import { expect, it } from 'vitest'

import { isMade } from '../../../checks/spelling/derived.ts'
import { loadDictionary } from '../../../checks/spelling/dictionary.ts'

const dictionary = await loadDictionary([])

it.each(
  `prerender prerendered multiplatform nonprofit untrusted shakeable hostable themable composability customizability
  composably serverless transpiled transpiling memoization backticks soundwalks cheatsheet passthrough dogfood
  lockin`.split(/\s+/),
)('“%s” is made of known words', (word) => {
  expect(isMade(word, dictionary, 3)).toBe(true)
})

it.each(
  `recieve noticable managable truely basicly completly refering begining occured happending follwing interactice
  interchangably developement recieveable`.split(/\s+/),
)('“%s” is not', (word) => {
  expect(isMade(word, dictionary, 4)).toBe(false)
})
