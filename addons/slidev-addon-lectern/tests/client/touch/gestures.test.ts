// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { createTapFilter, directionOf, isAnswering } from '../../../client/touch/gestures.ts'

it.each([
  [0, -1],
  [299, -1],
  [301, 0],
  [599, 0],
  [601, 1],
  [900, 1],
])('a tap at %i of 900 px goes %i', (x, expected) => {
  expect(directionOf(x, 900)).toBe(expected)
})

describe('a tap', () => {
  it('is short', () => {
    expect(createTapFilter()(1000, 1080)).toBe(true)
    expect(createTapFilter()(1000, 1700)).toBe(false)
  })

  it('counts once where it is doubled, and again after that', () => {
    const isTap = createTapFilter()
    expect([isTap(1000, 1080), isTap(1200, 1270), isTap(2000, 2080)]).toEqual([true, false, true])
  })
})

it.each([
  ['<a href="/2">{}</a>', true],
  ['<a>{}</a>', false],
  ['<button>{}</button>', true],
  ['<label>{}</label>', true],
  ['<details>{}</details>', true],
  ['<div tabindex="0">{}</div>', true],
  ['<div tabindex="-1">{}</div>', false],
  ['<div role="switch">{}</div>', true],
  ['<div role="img">{}</div>', false],
  ['<p contenteditable="true">{}</p>', true],
  ['<lectern-figure>{}</lectern-figure>', true],
  ['<p style="cursor: pointer">{}</p>', true],
  ['<svg class="touch-none">{}</svg>', true],
  ['<p>{}</p>', false],
])('a finger in %s is answered there: %s', (html, expected) => {
  document.body.innerHTML = html.replace('{}', '<b id="target">x</b>')
  const target = document.querySelector('#target')
  expect(target && isAnswering(target)).toBe(expected)
})
