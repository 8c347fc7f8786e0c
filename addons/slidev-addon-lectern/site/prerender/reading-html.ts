import { READ } from '../../deck/reading-view.ts'
import { escapeHtml, replaceOnce, setMeta } from './edit-html.ts'
import { prepareShell, toAttributes } from './page-html.ts'
import type { PageFrame } from './page-html.ts'

/** Parts of the page of the reading view. */
export interface ReadingParts {
  title: string
  /** Full address it is published at, where that is known. */
  url?: string
  /** The view as HTML. */
  html: string
  /** Style rules with the fonts of the page. */
  fontCss: string
  /** Style rules that name the fonts of its parts. */
  stackCss: string
  /** Addresses of the style sheets of the view alone. */
  styles: readonly string[]
}

/** Keeps the view in its place until the application takes it over. */
const FRAME_CSS = '#app[inert]{position:absolute;visibility:hidden}'

/**
 * Composes the page of the reading view. It has all its styles, and needs the application only to search and to make
 * figures live.
 *
 * @throws {Error} when the shell is unlike the page that a tested Slidev builds.
 */
export function composeReadingPage(parts: ReadingParts, frame: PageFrame): string {
  const head = [
    ...parts.styles.map((url) => `<link rel="stylesheet" crossorigin href="${escapeHtml(url)}">`),
    // Until the application has loaded the whole fonts, see `client/reading/whole-fonts.ts`.
    `<style data-lectern-stacks>${parts.stackCss}</style>`,
    `<noscript data-lectern-faces><style>${parts.fontCss}</style></noscript>`,
    `<style data-lectern-prerendered>${FRAME_CSS}</style>`,
    `<script>${frame.earlyScript}</script>`,
    ...(parts.url === undefined ? [] : [`<link rel="canonical" href="${escapeHtml(parts.url)}">`]),
  ]
  let html = prepareShell(frame.shell, toAttributes([READ], frame))
  html = replaceOnce(html, /<title>[^<]*<\/title>/, `<title>${escapeHtml(parts.title)}</title>`)
  html = setMeta(html, 'property', 'og:title', parts.title)
  if (parts.url !== undefined) {
    html = setMeta(html, 'property', 'og:url', parts.url)
  }
  html = replaceOnce(html, /<\/head>/, `${head.join('\n')}\n</head>`)
  return replaceOnce(
    html,
    /<div id="app"><\/div>/,
    `<div id="app" inert></div>\n<div id="lectern-prerendered">${parts.html}</div>`,
  )
}
