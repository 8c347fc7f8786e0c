import { definePreparserSetup } from '@slidev/types'

/**
 * What every deck shown with this project gets unless its headmatter says otherwise: nothing is fetched from
 * another host, and the fonts are the bundled ones. Slidev's own defaults link Google Fonts and a favicon on a
 * CDN.
 */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  favicon: '/favicon.svg',
  titleTemplate: '%s',
  lang: 'en',
}

/** Where the headmatter names fonts and no provider, Slidev would fetch them from Google. */
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

/** A deck that names its own provider chooses all its fonts. */
function completeFonts(fonts: unknown): object {
  const said = typeof fonts === 'object' && fonts !== null ? fonts : {}
  return 'provider' in said ? said : { ...FONT_DEFAULTS, ...said }
}
