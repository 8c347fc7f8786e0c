// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { nameEarlierSteps } from '../../../page/print/earlier-steps.ts'

afterEach(() => {
  document.body.replaceChildren()
})

/** Returns what is named of a slide whose hidden parts have the attribute `gone`. */
function namesOn(html: string): string[] {
  document.body.innerHTML = html.replaceAll(
    ' gone',
    ' class="slidev-vclick-hidden" style="display: none"',
  )
  return nameEarlierSteps(document.body).map(({ message }) =>
    message.replace(/^only earlier steps show (.*), which (?:is|are) not printed; .*$/, '$1'),
  )
}

const HALF =
  '<span class="katex"><span class="katex-mathml"><math><annotation>\\frac{1}{2}</annotation></math></span>' +
  '<span class="katex-html">12</span></span>'

describe('what only an earlier step shows', () => {
  it.each([
    ['a text', '<p gone>first</p><p>last</p>', '"first"'],
    ['a number within a larger one', '<p gone>Total: 5</p><p>Total: 55</p>', '"Total: 5"'],
    ['a word within a longer one', '<p gone>Lectern</p><p>Lecterns</p>', '"Lectern"'],
    ['signs', '<p gone>→</p><p>last</p>', '"→"'],
    ['items', '<ul gone><li>one</li><li>two</li></ul>', '"one two"'],
    ['cells', '<table gone><tr><td>one</td><td>two</td></tr></table>', '"one two"'],
    ['lines', '<p gone>one<br>two</p>', '"one two"'],
    ['a formula', `<p gone>x = ${HALF}</p>`, '"x = \\frac{1}{2}"'],
    ['a picture', '<p gone><img src="/a.png" alt="a mill"></p>', '"a mill"'],
    ['a picture without a text', '<img gone src="/x/a.png">', '"a.png"'],
    ['a drawing with a name', '<p gone><svg aria-label="a mill"></svg></p>', '"a mill"'],
    ['a drawing without', '<div gone><div class="mermaid"></div></div>', 'a drawing'],
    ['an icon', '<p gone><span class="text-red i-carbon-user"></span></p>', 'a drawing'],
    ['two parts', '<p gone>one</p><p gone>two</p>', '"one" and "two"'],
    ['a part within another', '<div gone>one <p gone>two</p></div>', '"one two"'],
  ])('is named: %s', (_, html, expected) => {
    expect(namesOn(html)).toEqual([expected])
  })

  it.each([
    ['the last step says, too', '<p gone>the rate is <b>5</b>%</p><p>The rate</p><p>is 5%</p>'],
    ['a deck only dims', '<p class="slidev-vclick-hidden">dimmed</p>'],
    ['is empty', '<p gone></p>'],
  ])('is not named where it %s', (_, html) => {
    expect(namesOn(html)).toEqual([])
  })
})
