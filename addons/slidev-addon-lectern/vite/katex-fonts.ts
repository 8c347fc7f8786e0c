import type { Plugin } from 'vite'

/** KaTeX's style sheet, of which Slidev imports the short form. */
const KATEX_RE = /\/katex(?:\.min)?\.css(?:$|\?)/

/** A source of a typeface in a form that no browser of today asks for. */
const OLD_SOURCE_RE = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/g

/** Leaves KaTeX's typefaces in WOFF2 alone: the other two forms are 817 kB that nobody fetches. */
export const keepKatexWoff2: Plugin = {
  name: 'deck:katex-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: KATEX_RE },
    handler: (css) => ({ code: dropOldSources(css), map: null }),
  },
}

/** A style sheet without the sources of typefaces in WOFF and TrueType. */
export function dropOldSources(css: string): string {
  return css.replace(OLD_SOURCE_RE, '')
}
