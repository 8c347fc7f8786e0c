import { STATE_META } from '../../../client/snapshots/snapshot.ts'
import type { Snapshot } from '../../../client/snapshots/snapshot.ts'
import { escapeHtml, replaceOnce } from '../../../site/prerender/edit-html.ts'
import { frameCss } from '../../../site/prerender/page-html.ts'

/**
 * Adds the state of the project to the development server's page, which then sends a snapshot.
 *
 * @param html - The page without a slide.
 */
export function addState(html: string, state: string): string {
  return replaceOnce(html, /<\/head>/, `<meta name="${STATE_META}" content="${state}">\n</head>`)
}

/**
 * Adds a slide to the development server's page, to be seen until the application shows the same.
 *
 * @param html - The page without a slide.
 * @param script - Script for the head of the page, see `client/snapshots/early-script.ts`.
 */
export function addSnapshot(html: string, snapshot: Snapshot, script: string): string {
  const attributes = `data-lectern-scheme="${escapeHtml(snapshot.colorSchema)}"`
  const head = [
    // The application keeps this style, as in a prerendered page.
    `<style>${snapshot.fontCss}</style>`,
    `<style data-lectern-prerendered>${snapshot.css}${frameCss(snapshot)}</style>`,
    `<script>${script}</script>`,
  ]
  const body = [
    `<div id="app" inert></div>`,
    `<div id="lectern-prerendered">${snapshot.html}</div>`,
  ]
  let page = replaceOnce(html, /<html([^>]*)>/, (_, known) => `<html${known} ${attributes}>`)
  page = replaceOnce(page, /<\/head>/, `${head.join('\n')}\n</head>`)
  page = replaceOnce(page, /<body/, `<body style="${escapeHtml(snapshot.bodyStyle)}"`)
  return replaceOnce(page, /<div id="app"><\/div>/, body.join('\n'))
}
