import { parse } from 'postcss'
import { describe, expect, it } from 'vitest'

import { embedStyleFiles } from '../../../site/single/embed-style.ts'

/** Returns the style sheet with its files named, and their paths. */
function embed(css: string): [css: string, paths: string[]] {
  const style = parse(css)
  const paths = embedStyleFiles(
    style,
    (address) => (/^\/base\/\w+\.\w+$/.test(address) ? address.slice('/base/'.length) : undefined),
    (path) => `data:,${path}`,
  )
  return [style.toString(), paths]
}

describe('a file in a style sheet', () => {
  it.each([
    'a{background:url(/base/sea.png) no-repeat}',
    `a{background:url("/base/sea.png") no-repeat}`,
    `a{background:url( '/base/sea.png' ) no-repeat}`,
  ])('becomes a custom property in %s', (css) => {
    expect(embed(css)).toEqual(['a{background:var(--lectern-file-0) no-repeat}', ['sea.png']])
  })

  it('is the same property wherever it is used', () => {
    expect(embed('a{b:url(/base/x.png)}c{d:url(/base/y.png),url(/base/x.png)}')).toEqual([
      'a{b:var(--lectern-file-0)}c{d:var(--lectern-file-1),var(--lectern-file-0)}',
      ['x.png', 'y.png'],
    ])
  })

  it('stays an address where a part of it is named', () => {
    expect(embed('a{mask:url(/base/x.svg#part)}')).toEqual(['a{mask:url("data:,x.svg#part")}', []])
  })

  it.each([
    'a{b:url(https://lab.example/sea.png)}',
    'a{b:url(data:image/png;base64,AA==)}',
    'a{fill:url(#gradient)}',
    '@font-face{src:url(/base/x.woff2)}',
  ])('is left in %s', (css) => {
    expect(embed(css)).toEqual([css, []])
  })
})
