// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { nameApart } from '../../../client/reading/article/name-apart.ts'

it('gives the IDs of a section its own names, with all that refers to them', () => {
  const section = document.createElement('section')
  section.innerHTML =
    '<h2 id="slide-3-title">A</h2><a href="#fn1" id="ref1">1</a><p id="fn1"><a href="#ref1">back</a></p>' +
    '<table><tr><th id="h">x</th></tr><tr><td headers="h other">1</td></tr></table>' +
    '<svg><path id="p"></path></svg><a href="#slide-5">5</a>'
  nameApart(section, 3)
  expect(section.innerHTML).toBe(
    '<h2 id="slide-3-title">A</h2><a href="#slide-3-fn1" id="slide-3-ref1">1</a>' +
      '<p id="slide-3-fn1"><a href="#slide-3-ref1">back</a></p>' +
      '<table><tbody><tr><th id="slide-3-h">x</th></tr><tr><td headers="slide-3-h other">1</td></tr></tbody></table>' +
      '<svg><path id="p"></path></svg><a href="#slide-5">5</a>',
  )
})
