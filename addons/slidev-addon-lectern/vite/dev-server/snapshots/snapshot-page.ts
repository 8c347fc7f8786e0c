import { join } from 'node:path'

import { bundleForHead } from '../../../site/prerender/early-script.ts'
import { escapeHtml, frameCss, replaceOnce } from '../../../site/prerender/page-html.ts'
import { STATE_META } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

let script: string | undefined

/**
 * The development server's page with the state of the project in it, for the snapshot that is taken there.
 *
 * @param html - The page without a slide.
 */
export function addState(html: string, state: string): string {
  return replaceOnce(html, /<\/head>/, `<meta name="${STATE_META}" content="${state}">\n</head>`)
}

/**
 * The development server's page with a slide in it, until the application shows the same.
 *
 * @param html - The page without a slide.
 */
export function addSnapshot(html: string, snapshot: Snapshot): string {
  script ??= bundleForHead(join(import.meta.dirname, '../../../client/snapshots/early-script.ts'))
  const attributes = `data-deck-scheme="${escapeHtml(snapshot.colorSchema)}"`
  const head = [
    // Stays, as in a prerendered page.
    `<style>${snapshot.fontCss}</style>`,
    `<style data-deck-prerendered>${snapshot.css}${frameCss(snapshot)}</style>`,
    `<script>${script}</script>`,
  ]
  const body = [`<div id="app" inert></div>`, `<div id="prerendered">${snapshot.html}</div>`]
  let page = replaceOnce(html, /<html([^>]*)>/, (_, known) => `<html${known} ${attributes}>`)
  page = replaceOnce(page, /<\/head>/, `${head.join('\n')}\n</head>`)
  page = replaceOnce(page, /<body/, `<body style="${escapeHtml(snapshot.bodyStyle)}"`)
  return replaceOnce(page, /<div id="app"><\/div>/, body.join('\n'))
}
