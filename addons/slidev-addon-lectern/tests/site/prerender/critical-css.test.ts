import { describe, expect, it } from 'vitest'

import { pickCritical } from '../../../site/prerender/critical-css.ts'
import { readStyleSource } from '../../../site/prerender/style-source.ts'

/** What is left of a style sheet in a page that some selectors have an element in. */
function pick(css: string, matched: readonly string[], html = ''): string {
  return pickCritical([readStyleSource(css)], new Set(matched), html)
}

describe('pickCritical', () => {
  it('keeps the selectors that have an element in the page, and the order of the rules', () => {
    expect(pick('.a,.b{color:red}.c{margin:0}.d{color:blue}', ['.a', '.d'])).toBe(
      '.a{color:red}.d{color:blue}',
    )
  })

  it('keeps what is drawn before and after an element, and leaves out what needs a hand on it', () => {
    const css =
      '.a::before{content:"x"}.a:hover{color:red}a:focus-visible{color:red}.a::selection{color:red}'
    expect(pick(css, ['.a', 'a'])).toBe('.a::before{content:"x"}')
  })

  it('keeps rules for widths and modes with what they stand in, and nothing for print', () => {
    const css =
      '@media (width>=768px){.a{top:0}.b{top:1px}}@media print{.a{top:2px}}@supports (gap:0){.b{top:3px}}'
    expect(pick(css, ['.a'])).toBe('@media (width>=768px){.a{top:0}}')
  })

  it('leaves out custom properties nobody reads, in turn', () => {
    const css =
      ':root{--used:var(--base);--base:1px;--unused:var(--only);--only:0}.a{top:var(--used)}'
    expect(pick(css, [':root', '.a'])).toBe(
      ':root{--used:var(--base);--base:1px}.a{top:var(--used)}',
    )
  })

  it('keeps a custom property that an attribute of the page reads', () => {
    expect(pick(':root{--x:1px}', [':root'], '<p style="top: var(--x)">')).toBe(':root{--x:1px}')
  })

  it('keeps a custom property that is empty, and leaves out those that read but each other', () => {
    expect(pick('.a{--e: ;--x:var(--y);--y:var(--x);top:var(--e)}', ['.a'])).toBe(
      '.a{--e: ;top:var(--e)}',
    )
  })

  it('leaves out what a later rule of the same elements sets anew, with the custom properties it reads', () => {
    const css = '.a{--x:1px;top:var(--x);left:0}.b{top:1px}.a{top:2px}'
    expect(pick(css, ['.a', '.b'])).toBe('.a{left:0}.b{top:1px}.a{top:2px}')
  })

  it('keeps what a later rule does not outdo: an important one, one for another width, and a second try', () => {
    const css =
      '.a{top:0!important;left:0}@media (width>=768px){.a{left:1px}}.a{top:1px;height:100vh;height:100dvh}'
    expect(pick(css, ['.a'])).toBe(css)
  })

  it('keeps counters that something draws, and those of lists', () => {
    const css = 'body{counter-reset:a b}ol{counter-reset:list-item 2}'
    expect(pick(css, ['body', 'ol'])).toBe('ol{counter-reset:list-item 2}')
    const drawn = `${css}.a::before{content:counter(a)}`
    expect(pick(drawn, ['body', 'ol', '.a'])).toBe(drawn)
  })

  it('keeps an animation that is in use, and no other', () => {
    const css = '@keyframes on{to{top:0}}@keyframes off{to{top:0}}.a{animation:on 1s}'
    expect(pick(css, ['.a'])).toBe('@keyframes on{to{top:0}}.a{animation:on 1s}')
  })

  it('leaves typefaces to those who make the page’s own', () => {
    expect(pick('@font-face{font-family:A;src:url(a.woff2)}.a{top:0}', ['.a'])).toBe('.a{top:0}')
  })
})
