import { describe, expect, it } from 'vitest'

import { loadDictionary } from '../../../checks/spelling/dictionary.ts'

describe('the dictionary', () => {
  it.each([
    ['color', true],
    ['color', true],
    ['optimize', true],
    ['optimize', true],
    ['Color', true],
    ['COLOR', true],
    ["doesn't", true],
    ['Paris', true],
    ['volcabulary', false],
    ['teh', false],
    ['untrusted', true],
    ['webpage', true],
    ['frontmatter', true],
    ['Backend', true],
    ['hyperparameters', true],
    ['misspelt', true],
    ['learnt', true],
    ['12th', false],
    ['', false],
    ['constructor', true],
    ['__proto__', false],
  ])('knows of “%s”: %s', async (word, known) => {
    const { knows } = await loadDictionary([])
    expect(knows(word)).toBe(known)
  })

  it.each([
    ['penguin', { isCommon: true, isTerm: false }],
    ['paris', { isCommon: false, isTerm: false }],
    ['webpack', { isCommon: false, isTerm: true }],
    ['scalable', { isCommon: false, isTerm: false }],
  ])('tells common words, terms and rare words apart: “%s”', async (word, kinds) => {
    const { isCommon, isTerm } = await loadDictionary([])
    expect({ isCommon: isCommon(word), isTerm: isTerm(word) }).toEqual(kinds)
  })

  it.each([
    ['volcabulary', 'vocabulary'],
    ['Forcast', 'Forecast'],
    ['Initinal', 'Initial'],
    ['stagees', 'stages'],
    ['Prefrence', 'Preference'],
    ['Challanges', 'Challenges'],
    ['teh', 'the'],
    ['thier', 'their'],
    ['gradiant', 'gradient'],
    ['langauge', 'language'],
    ['accomodation', 'accommodation'],
    ['dont', "don't"],
    ['english', 'English'],
    ['Gema', 'Gemma'],
    ['xqzzvklwpq', undefined],
  ])('corrects “%s” to “%s”', async (word, correction) => {
    const { correct } = await loadDictionary(['Gemma'])
    expect(correct(word)).toBe(correction)
  })

  it('does not keep the words of the last deck', async () => {
    const one = await loadDictionary(['qwen'])
    const two = await loadDictionary([])
    expect([one.knows('qwen'), two.knows('qwen')]).toEqual([true, false])
  })

  it('does not learn a word by correcting it', async () => {
    const { knows, correct } = await loadDictionary([])
    correct('volcabulary')
    expect(knows('volcabulary')).toBe(false)
    expect(knows("volcabulary'")).toBe(false)
  })
})
