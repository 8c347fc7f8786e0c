import { describe, expect, it } from 'vitest'

import { dropForeign } from '../../../checks/spelling/language.ts'
import { listOwnWords } from '../../../checks/spelling/own-words.ts'
import { keepProse } from '../../../checks/spelling/prose.ts'
import { findUnknown } from '../../../checks/spelling/words.ts'

describe('keepProse', () => {
  it('keeps prose and replaces everything else', () => {
    expect(keepProse('The `code` of **one** [link](/to "Title") is $x$.')).toBe(
      'The \uFFFC of **one** [link* "Title") is \uFFFC.',
    )
  })

  it.each([
    ['code', '```\na\n\nb\n```'],
    ['math', '$$\na\n\nb\n$$'],
    ['a comment', '<!--\na\n\nb\n-->'],
    ['a script', '<script>\na\n\nb\n</script>'],
    ['a tag', '<div\n class="a"\n b\n c>'],
    ['an interpolation', '{{\na\n\nb\n}}'],
    ['an entity', 'a&#10;&NewLine;b'],
  ])('keeps the lines after %s', (_what, markdown) => {
    const text = `one\n\n${markdown}\n\ntwo`
    expect(keepProse(text).split('\n').indexOf('two')).toBe(text.split('\n').indexOf('two'))
  })

  it.each([
    ['an escaped sign', String.raw`a\_b \$5 \*c\*`, 'a_b $5 *c*'],
    ['an entity', 'caf&eacute; &amp; bar', 'café & bar'],
    ['an apostrophe', 'don’t, donʼt', "don't, don't"],
    ['code that never ends', 'a `b c', 'a `b c'],
    ['math that never ends', 'a $b c', 'a $b c'],
    ['a code span of two ticks', 'a ``b ` c`` d', 'a \uFFFC d'],
    ['an escaped tick', String.raw`a \`b\` c`, 'a `b` c'],
    ['a linked image', '[![alt](/a.png)](/b)', '[![alt*)*)'],
    ['an attribute within another', `<a b="x title='c'" title="d">`, '\uFFFC"d"\uFFFC'],
  ])('reads %s', (_what, markdown, prose) => {
    expect(keepProse(markdown).replaceAll(/\uFFFC+/g, '\uFFFC')).toBe(prose)
  })

  // One step for each character and other opening would be a thousand million of them.
  it.each(
    [
      '<',
      '<a ',
      '<i lang="fr">x',
      '<i lang=fr',
      '<abbr',
      '<a "',
      '<a title="',
      '<!--',
      '<script',
      '`',
      '`a``',
      '$',
      '$a ',
      '$$',
      '{{',
      '{',
    ]
      .concat(['[', '](', '](a(', '](<', '[^', '[!', ':a', '::', 'a@', 'a.', 'a-', 'a://', '&a'])
      .concat(['\\', '\\$', '**', 'a*', "'", 'a/', 'a(', '__', ',', '.', '> ', '- ', '\n ']),
  )('takes linear time if nothing is closed: %j', (opening) => {
    const prose = keepProse(`${opening.repeat(40_000)}x`)
    expect(prose.split('\n').flatMap((line) => findUnknown(line, () => true))).toEqual([])
    expect(dropForeign(prose, () => true)).toBe(prose)
    expect(listOwnWords([opening.repeat(40_000)])).toBeInstanceOf(Set)
  })
})
