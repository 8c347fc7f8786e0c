import type { Plugin } from 'vite'

/** Matches Slidev's component that draws one slide, with its global layers, on a page of the print view. */
const PRINTED_SLIDE_RE = /\/@slidev\/client\/internals\/PrintSlideClick\.vue$/

/** Where the component provides its own slide to the layers, and imports the keys for it. */
const PROVIDES = 'provideLocal(injectionSlideElement,'
const IMPORTS = 'import { injectionSlideElement,'

/**
 * Gives global layers the number of their slide as `$page` in the print view, where it is 1 on every page (Slidev's bug
 * 2643). Slidev's own `<SlideCurrentNo />` reads it.
 */
export const pageOfLayers: Plugin = {
  name: 'lectern:page-of-layers',
  enforce: 'pre',
  transform: {
    filter: { id: PRINTED_SLIDE_RE },
    handler: (code) => ({ code: providePage(code), map: null }),
  },
}

/**
 * Makes the component of a printed slide provide its number.
 *
 * @returns The code as it is if another version of Slidev wrote it, or if it provides the number already.
 */
export function providePage(code: string): string {
  const isKnown = code.includes(PROVIDES) && code.includes(IMPORTS)
  return isKnown && !code.includes('injectionCurrentPage')
    ? code
        .replace(IMPORTS, 'import { injectionCurrentPage, injectionSlideElement,')
        .replace(
          PROVIDES,
          `provideLocal(injectionCurrentPage, computed(() => nav.currentSlideNo.value))\n\n${PROVIDES}`,
        )
    : code
}
