import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { compileTemplate } from 'vue/compiler-sfc'

import { createSizeReader, sizeImages } from '../setup/image-sizes.ts'

const PUBLIC = join(import.meta.dirname, '../public')

function compile(source: string): string {
  return compileTemplate({
    source,
    filename: 'slide.md',
    id: 'slide',
    compilerOptions: {
      nodeTransforms: [
        sizeImages((path) => (path === '/a b.png' ? { width: 30, height: 20 } : undefined)),
      ],
    },
  }).code
}

describe('sizeImages', () => {
  it('gives an image the size of its picture', () => {
    expect(compile('<img src="/a b.png" alt="x">')).toMatch(/width: "30",\s*height: "20"/)
  })

  it.each([
    '<img src="/a b.png" width="10">',
    '<img src="/a b.png" :height="10">',
    '<img src="/missing.png">',
    '<img src="https://lab.example/a.png">',
    '<img :src="url">',
    '<video src="/a b.png" />',
  ])('leaves %s as it is', (source) => {
    expect(compile(source)).not.toContain('"30"')
  })
})

describe('createSizeReader', () => {
  it('reads the size of a picture, and knows none of what is no picture or not there', () => {
    const read = createSizeReader(PUBLIC)
    expect(read('/llama3-post-training.png?v=1')).toEqual({ width: 3472, height: 1320 })
    expect(read('/missing.png')).toBeUndefined()
    expect(createSizeReader(join(PUBLIC, '..'))('/package.json')).toBeUndefined()
  })
})
