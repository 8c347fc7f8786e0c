import { describe, expect, it } from 'vitest'

import { createPreloadLimit } from '../../../tools/look-ahead.ts'
import type { AheadSlide } from '../../../tools/look-ahead.ts'

function makeSlides(preloads: readonly (boolean | undefined)[]): AheadSlide[] {
  return preloads.map((preload, index) => ({
    no: index + 1,
    load: async () => ({}),
    meta: { slide: { images: [], frontmatter: { preload } } },
  }))
}

describe('createPreloadLimit', () => {
  const read = (slides: readonly AheadSlide[]): (boolean | undefined)[] =>
    slides.map(({ meta }) => meta.slide.frontmatter.preload)

  it('lets Slidev mount the slide that is shown, then its neighbours, and no others', () => {
    const slides = makeSlides([undefined, undefined, undefined, undefined, undefined])
    const limit = createPreloadLimit(slides)
    limit(1, 0)
    expect(read(slides)).toEqual([undefined, false, false, false, false])
    limit(1, 1)
    expect(read(slides)).toEqual([undefined, undefined, false, false, false])
    limit(4, 1)
    expect(read(slides)).toEqual([false, false, undefined, undefined, undefined])
  })

  it('leaves what the author says of a slide', () => {
    const slides = makeSlides([undefined, false, true])
    createPreloadLimit(slides)(1, 0)
    expect(read(slides)).toEqual([undefined, false, true])
  })
})
