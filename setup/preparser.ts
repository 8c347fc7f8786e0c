import { definePreparserSetup } from '@slidev/types'

/**
 * Headmatter of every deck in this project, unless the deck says otherwise. Slidev's own defaults fetch a favicon
 * from a CDN, and have a canvas of 980 px by 552 px: not quite 16:9, so that a screen shows black edges beside it.
 */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  favicon: '/favicon.svg',
  titleTemplate: '%s',
  lang: 'en',
  canvasWidth: 976,
}

/** Bundled fonts, for decks that name no provider: Slidev would fetch fonts from Google. */
const FONT_DEFAULTS = {
  provider: 'none',
  sans: 'Inter Variable, Noto Sans TC Variable',
  mono: 'JetBrains Mono Variable, Noto Sans TC Variable',
}

export default definePreparserSetup(() => {
  // Slidev creates these extensions anew for each load, and parses the entry's first slide first.
  let isHeadmatter = true
  return [
    {
      name: 'talk:defaults',
      transformSlide: async (_content, frontmatter: Record<string, unknown>) => {
        if (isHeadmatter) {
          isHeadmatter = false
          for (const [key, value] of Object.entries(DEFAULTS)) {
            frontmatter[key] ??= value
          }
          frontmatter['fonts'] = completeFonts(frontmatter['fonts'])
        }
        return undefined
      },
    },
  ]
})

/** Adds the bundled fonts, unless the deck names a provider and so chooses all its fonts. */
function completeFonts(fonts: unknown): object {
  const own = typeof fonts === 'object' && fonts !== null ? fonts : {}
  return 'provider' in own ? own : { ...FONT_DEFAULTS, ...own }
}
