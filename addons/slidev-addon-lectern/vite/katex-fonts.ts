import type { Plugin } from 'vite'

/** Matches KaTeX's style sheet, which Slidev imports minified. */
const KATEX_RE = /\/katex(?:\.min)?\.css(?:$|\?)/

/** Matches a source of a font in a format that no current browser loads. */
const OLD_SOURCE_RE = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g

/** Keeps only KaTeX's WOFF2 fonts: the other two formats are 817 kB that no browser loads. */
export const keepKatexWoff2: Plugin = {
  name: 'lectern:katex-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: KATEX_RE },
    handler: (css) => ({ code: dropOldSources(css), map: null }),
  },
}

/** Removes the WOFF and TrueType sources of fonts from a style sheet. */
export function dropOldSources(css: string): string {
  return css.replace(OLD_SOURCE_RE, '')
}
