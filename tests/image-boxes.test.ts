import { describe, expect, it } from 'vitest'
import { compileTemplate } from 'vue/compiler-sfc'

import { markImageBoxes } from '../setup/image-boxes.ts'

const IMAGE = '<img src="data:,">'

function isMarked(source: string): boolean {
  const { code } = compileTemplate({
    source,
    filename: 'slide.md',
    id: 'slide',
    compilerOptions: { nodeTransforms: [markImageBoxes] },
  })
  return code.includes('data-image-column')
}

describe('markImageBoxes', () => {
  it.each([
    ['a paragraph', `<p>${IMAGE}</p>`],
    ['several images', `<p>${IMAGE}\n${IMAGE}</p>`],
    ['words below', `<p>${IMAGE}\nWords</p>`],
    ['a link', `<p><a href="/2">${IMAGE}</a></p>`],
    ['a caption', `<figure>${IMAGE}<figcaption>Words <b>in</b> it</figcaption></figure>`],
    ['a click step', `<div v-click><p>${IMAGE}</p></div>`],
    ['paragraphs', `<div class="mt-4 text-center"><h2>A</h2><p>${IMAGE}</p></div>`],
  ])('marks a box with %s', (_, source) => {
    expect(isMarked(source)).toBe(true)
  })

  it.each([
    ['without an image', '<p>Words</p>'],
    ['with words in a line', `<p>${IMAGE} Words <b>in</b> a line</p>`],
    ['with a component in a line', `<p><Other />and ${IMAGE}</p><p><Other />and</p>`],
    ['that is a grid', `<div class="grid grid-cols-2">${IMAGE}${IMAGE}</div>`],
    ['that is a grid by attribute', `<div grid="~ cols-2">${IMAGE}${IMAGE}</div>`],
    ['that is a row on large screens', `<div class="lg:flex">${IMAGE}${IMAGE}</div>`],
    ['that crops', `<div class="h-60 overflow-hidden">${IMAGE}</div>`],
    ['with a style', `<div style="columns: 2">${IMAGE}${IMAGE}</div>`],
    ['with a bound class', `<div :class="own">${IMAGE}</div>`],
    ['that is a list', `<ul><li>${IMAGE}</li></ul>`],
  ])('leaves a box %s', (_, source) => {
    expect(isMarked(source)).toBe(false)
  })
})
