// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { isSlideDrawn } from '../../client/drawn.ts'

const LOADED = { component: { __asyncResolved: {} } }
const UNLOADED = { component: { __asyncResolved: undefined } }

function createSlide(content: string): Element {
  const slide = document.createElement('div')
  slide.innerHTML = content
  return slide
}

describe('a slide', () => {
  it.each([
    ['with a layout of Slidev', '<div class="slidev-layout default"></div>', LOADED],
    ['with a layout without a class', '<div>text</div>', LOADED],
    ['with a layout without elements', 'text', LOADED],
    [
      'with a layout, in a Slidev that tells nothing of its component',
      '<div class="slidev-layout"></div>',
      undefined,
    ],
  ])('%s is drawn', (_, content, route) => {
    expect(isSlideDrawn(createSlide(content), route)).toBe(true)
  })

  it.each([
    ['that is not loaded', '<!---->', UNLOADED],
    ['that is not loaded, with a number below it', '<!----><p>12</p>', UNLOADED],
    ['that shows that it is loading', '<div class="slidev-slide-loading"></div>', LOADED],
    ['of which nothing is known', '<div>text</div>', undefined],
  ])('%s is not drawn', (_, content, route) => {
    expect(isSlideDrawn(createSlide(content), route)).toBe(false)
  })
})
