import { definePreparserSetup } from '@slidev/types'

import { readSettings, toHeadmatter } from '../tools/build-settings.ts'

/**
 * What every deck shown with this project gets unless its headmatter says otherwise: nothing is
 * fetched from another host, and the type is the bundled one. Slidev's own defaults link Google Fonts
 * and a favicon on a CDN, and preload every image of the deck before the first slide.
 */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  favicon: '/favicon.svg',
  titleTemplate: '%s',
  lang: 'en',
  preloadImages: false,
}

/** Where the headmatter names fonts and no provider, Slidev would fetch them from Google. */
const FONT_DEFAULTS = {
  provider: 'none',
  sans: 'Inter Variable, Noto Sans TC Variable',
  mono: 'JetBrains Mono Variable, Noto Sans TC Variable',
}

export default definePreparserSetup(() => {
  // Slidev makes these extensions anew for each load, and parses the entry's first slide first.
  let isHeadmatter = true
  return [
    {
      name: 'deck:defaults',
      transformSlide: async (_content, frontmatter: Record<string, unknown>) => {
        if (isHeadmatter) {
          isHeadmatter = false
          for (const [key, value] of Object.entries(DEFAULTS)) {
            frontmatter[key] ??= value
          }
          frontmatter.fonts = completeFonts(frontmatter.fonts)
          Object.assign(frontmatter, toHeadmatter(readSettings(process.env), frontmatter))
        }
        return undefined
      },
    },
  ]
})

/** A deck that names its own provider chooses all its fonts. */
function completeFonts(fonts: unknown): object {
  const said = typeof fonts === 'object' && fonts !== null ? fonts : {}
  return 'provider' in said ? said : { ...FONT_DEFAULTS, ...said }
}
