import { describe, expect, it } from 'vitest'

import { parseWordList } from '../../../checks/spelling/word-list.ts'

describe('parseWordList', () => {
  it('reads words, preferred spellings and comments', () => {
    const text = [
      '# Names',
      '',
      'Qwen',
      '  naïve # borrowed',
      'o’clock',
      're-use\r',
      'v.s. -> vs. # one style',
      'Reject  Sampling->rejection sampling',
    ].join('\n')
    expect(parseWordList(text, 'words.txt')).toEqual({
      file: 'words.txt',
      accepted: ['Qwen', 'naïve', "o'clock", 're-use', 'rejection', 'sampling'],
      preferences: [
        { wrong: 'v.s.', right: 'vs.', line: 7 },
        { wrong: 'Reject  Sampling', right: 'rejection sampling', line: 8 },
      ],
    })
  })

  it.each([
    ['two words', 'two words'],
    ['word,', 'word,'],
    ['8B', '8B'],
    ['a/b # comment', 'a/b'],
    ['wrong ->', 'wrong ->'],
    ['-> right', '-> right'],
    ['a -> b -> c', 'a -> b -> c'],
    ['same -> same', 'same -> same'],
  ])('refuses the line “%s”', (line, quoted) => {
    expect(() => parseWordList(`word\n# comment\n${line}\n`, 'talk/words.txt')).toThrow(
      `talk/words.txt:3: "${quoted}" is not an entry of a word list. ` +
        'Expected one word of letters, or wrong -> right. ' +
        'Write one entry a line; # begins a comment.',
    )
  })
})
