import { describe, expect, it } from 'vitest'

import { createPreloadLimit } from '../../client/preload-slides.ts'
import type { PreloadedSlide } from '../../client/preload-slides.ts'
import { findModule, readCommand } from '../harness/installed-slidev.ts'

/** Slides as Slidev makes them: what the frontmatter says is read through `meta`. */
function makeSlides(preloads: readonly (boolean | undefined)[]): PreloadedSlide[] {
  return preloads.map((preload, index) => {
    const frontmatter = { preload }
    return {
      no: index + 1,
      load: async () => ({}),
      meta: {
        get preload() {
          return frontmatter.preload
        },
        slide: { images: [], frontmatter },
      },
    }
  })
}

describe('createPreloadLimit', () => {
  const read = (slides: readonly PreloadedSlide[]): (boolean | undefined)[] =>
    slides.map(({ meta }) => meta.slide.frontmatter.preload)

  it('lets Slidev mount the slide that is shown, then its neighbors, and no others', () => {
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

describe('the installed Slidev', () => {
  it('mounts no slide early whose `meta.preload` is false', () => {
    const { script } = findModule('internals/SlidesShow.vue')
    expect(script).toMatch(
      /if \(route\.meta\.preload !== false\) \{\s*route\.meta\.__preloaded = true\s*route\.load\(\)/,
    )
  })

  it('gives each slide its frontmatter and its images, and reads `preload` from the former', () => {
    const command = readCommand()
    expect(command).toContain('get preload(){ return frontmatter.preload }')
    expect(command).toMatch(/images: slide\.images \?\? slide\.source\?\.images/)
    expect(command).toMatch(/" {2}slide: \{",\s+`[^`]*`,\s+` {4}frontmatter,`/)
  })
})
