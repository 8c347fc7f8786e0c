import { expect, it } from 'vitest'

import { findLanguage, hasEastAsian } from '../../../../print/pdf/content/script-language.ts'

it.each([
  ['Llama', false],
  ['405', false],
  ['Ｌ２', false],
  ['模型', true],
  ['〇', true],
  ['かな', true],
  ['データ', true],
  ['한글', true],
  ['the 模型', true],
  [' – (…)。「」', undefined],
  ['🦙', undefined],
  ['', undefined],
])('tells whether "%s" is in East Asian letters', (text, expected) => {
  expect(hasEastAsian(text)).toBe(expected)
})

it.each([
  ['Chinese in English', '模型', 'en', 'zh'],
  ['Chinese in English of a country', '模型', 'en-US', 'zh'],
  ['Japanese, which also has Chinese characters', '日本語の', 'en', 'ja'],
  ['Korean', '한국어', 'de', 'ko'],
  ['Chinese in Chinese', '模型', 'zh-Hant-TW', undefined],
  ['the characters in Japanese', '漢字', 'ja', undefined],
  ['the characters in Korean', '漢字', 'ko-KR', undefined],
  ['Japanese in Chinese', 'の模型', 'zh', 'ja'],
  ['Japanese in Japanese', 'モデル', 'JA', undefined],
  ['Korean in Japanese', '한국어', 'ja', 'ko'],
])('finds the language of %s', (_, text, language, expected) => {
  expect(findLanguage(text, language)).toBe(expected)
})
