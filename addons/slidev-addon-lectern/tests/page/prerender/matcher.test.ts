// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { createMatcher } from '../../../page/prerender/matcher.ts'

/** The selectors that have an element in a piece of a page. */
function match(html: string, selectors: readonly string[]): string[] {
  const view = document.createElement('div')
  view.innerHTML = html
  return createMatcher(selectors)(view)
}

describe('createMatcher', () => {
  it('finds selectors with an element in the view, and no others', () => {
    expect(match('<p class="a b"><b>x</b></p>', ['.a.b', '.a>b', '.c', 'p:not(.c)', 'i'])).toEqual([
      '.a.b',
      '.a>b',
      'p:not(.c)',
    ])
  })

  it('tries both modes, whichever the page is in', () => {
    expect(match('<p class="a"></p>', ['.dark .a', '.light .a', 'html.dark'])).toEqual([
      '.light .a',
      '.dark .a',
      'html.dark',
    ])
  })

  it('takes nothing for a class that is none', () => {
    const html = '<img src="/x.png"><p class="md:grid w-1/2"></p><i class="a"></i>'
    const selectors = ['[src$=".png"]', '.md\\:grid', '.w-1\\/2', ':is(.c,.a)', ':where(.d)']
    expect(match(html, selectors)).toEqual(selectors.slice(0, 4))
  })

  it('leaves out a selector that the browser does not know', () => {
    expect(match('<p></p>', ['p', '..'])).toEqual(['p'])
  })
})
