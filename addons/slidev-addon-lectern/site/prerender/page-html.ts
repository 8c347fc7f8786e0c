import type { DeckView } from '../../page/prerender/deck-page.ts'
import { escapeHtml, replaceOnce, setMeta } from './edit-html.ts'

/** Parts of a slide's page. */
export interface SlidePage {
  /** 1-based number. */
  slide: number
  total: number
  /** Names that address it, its number first. */
  names: readonly string[]
  title: string
  /** Description; without one, the deck's own stays. */
  description?: string
  /** Full address it is published at, where that is known. */
  url?: string
  /** The slide as HTML, see `client/prerendered/capture-slide.ts`. */
  html: string
  css: string
  /** Style rules with the fonts of the page. */
  fontCss: string
  bodyStyle: string
  /** Addresses of the scripts that the application needs for this slide; loaded in one round trip. */
  scripts: readonly string[]
  /** Addresses of the fonts that the application needs for this slide. */
  fonts: readonly string[]
}

/** Parts that all slides of a deck share. */
export interface PageFrame extends DeckView {
  /** Application's page without a slide, as Vite writes it. */
  shell: string
  base: string
  /** Whether the site has the page of the reading view. */
  hasReading: boolean
  /** Whether narrow upright screens show it in place of slides. */
  isReadOnPhones: boolean
  /** Script in the head of each page, see `client/prerendered/early-script.ts`. */
  earlyScript: string
}

/** Without scripts there are no clicks, so all steps are shown at once. The ID overrides Slidev's own rules. */
const STEPS_STYLE =
  '<noscript><style>#lectern-prerendered [class*=slidev-vclick]{opacity:1!important;visibility:visible!important}' +
  '#lectern-prerendered .slidev-vclick-display-none{display:revert!important}</style></noscript>'

/** Attribute of pages in place of which upright phones show the reading view. */
const READS = 'data-lectern-reads'

/** Matches the link to the reading view. */
const READ_LINK_RE = /<a href="[^"]*read\.html#slide-\d+">Read<\/a>/

/** Height below the slide from which on Slidev shows its controls, in CSS px. */
const ROOM_FOR_CONTROLS = 120

/**
 * Composes the page of a slide, which a browser paints before the application replaces it.
 *
 * @throws {Error} when the shell is unlike the page that a tested Slidev builds.
 */
export function composePage(page: SlidePage, frame: PageFrame): string {
  const attributes = [
    ...toAttributes(page.names, frame),
    ...(frame.hasReading && frame.isReadOnPhones ? [READS] : []),
  ]
  const preloads = [
    ...page.scripts.map(
      (url) => `<link data-rel="modulepreload" crossorigin href="${escapeHtml(url)}">`,
    ),
    ...page.fonts.map(
      (url) =>
        `<link data-rel="preload" as="font" type="font/woff2" crossorigin href="${escapeHtml(url)}">`,
    ),
  ]
  const head = [
    // For readers without scripts; the script adds the fonts itself, see `client/prerendered/page-fonts.ts`.
    `<noscript data-lectern-faces><style>${page.fontCss}</style></noscript>`,
    ...(page.html.includes('slidev-vclick') ? [STEPS_STYLE] : []),
    `<style data-lectern-prerendered>${page.css}${frameCss(frame)}</style>`,
    `<script>${frame.earlyScript}</script>`,
  ]
  const body = [
    `<div id="app" inert></div>`,
    `<div id="lectern-prerendered">${page.html}${linkNeighbors(page, frame)}</div>`,
  ]
  let html = prepareShell(frame.shell, attributes)
  html = html.replaceAll('<link rel="stylesheet"', '<link data-rel="stylesheet"')
  html = replaceOnce(html, /<title>[^<]*<\/title>/, `<title>${escapeHtml(page.title)}</title>`)
  html = setMeta(html, 'property', 'og:title', page.title)
  if (page.description !== undefined) {
    html = setMeta(html, 'name', 'description', page.description)
    html = setMeta(html, 'property', 'og:description', page.description)
  }
  if (page.url !== undefined) {
    html = setMeta(html, 'property', 'og:url', page.url)
    preloads.push(`<link rel="canonical" href="${escapeHtml(page.url)}">`)
  }
  html = replaceOnce(html, /<\/head>/, `${[...preloads, ...head].join('\n')}\n</head>`)
  html = replaceOnce(html, /<body/, `<body style="${escapeHtml(page.bodyStyle)}"`)
  return replaceOnce(html, /<div id="app"><\/div>/, body.join('\n'))
}

/** Returns the attributes of a page's root that `client/prerendered/early-script.ts` reads. */
export function toAttributes(
  names: readonly string[],
  { base, router, colorSchema }: PageFrame,
): string[] {
  return [
    ...(base === '/' ? [] : [`data-lectern-base="${escapeHtml(base)}"`]),
    `data-lectern-names="${escapeHtml(names.join(' '))}"`,
    ...(router === 'hash' ? ['data-lectern-router="hash"'] : []),
    `data-lectern-scheme="${escapeHtml(colorSchema)}"`,
    `class="${colorSchema === 'dark' ? 'dark' : 'light'}"`,
  ]
}

/**
 * Returns the application's page with attributes of its root, in which nothing is loaded before the first paint but its
 * style sheets: see `client/prerendered/early-script.ts`. The order of what is loaded matters.
 */
export function prepareShell(shell: string, attributes: readonly string[]): string {
  let html = replaceOnce(
    shell,
    /<html([^>]*)>/,
    (_, known) => `<html${known} ${attributes.join(' ')}>`,
  )
  html = replaceOnce(
    html,
    /<script type="module" crossorigin src="([^"]+)"><\/script>/,
    (_, entry) => {
      return `<link data-rel="modulepreload" crossorigin href="${entry}" data-lectern-entry>`
    },
  )
  html = html.replaceAll('<link rel="modulepreload"', '<link data-rel="modulepreload"')
  // Slidev repeats the encoding of the page.
  html = html.replace(/<meta http-equiv="Content-Type"[^>]*>\s*/, '')
  // Without an icon, a browser asks for /favicon.ico.
  return html.replace(
    /<link rel="icon" href="([^"]*)"/g,
    '<link rel="icon" href="data:," data-href="$1"',
  )
}

/**
 * Returns style rules that fill the window with the slide at Slidev's scale, which the browser computes before
 * any script runs. They show the controls where Slidev does, and links to other slides where no script runs.
 */
export function frameCss({ width, height }: Pick<PageFrame, 'width' | 'height'>): string {
  const room = `100dvh - 100vw*${height}/${width} - ${ROOM_FOR_CONTROLS}px`
  return [
    'html{--vh:1dvh}',
    `#lectern-prerendered{position:fixed;inset:0;z-index:2147483647;overflow:hidden;` +
      `--slidev-slide-scale:min(tan(atan2(100vw,${width}px)),tan(atan2(100dvh,${height}px)))}`,
    '[data-lectern-scripted=""] #lectern-prerendered{display:none}#app[inert]{visibility:hidden}',
    // A window with at least the aspect ratio of the slide has no room for the controls.
    `@media(min-aspect-ratio:${width}/${height}){[data-lectern-controls]{display:none}}`,
    `[data-lectern-controls]{max-height:clamp(0px,(${room})*9999,100vh);overflow:hidden}`,
    ':root:not([data-lectern-scripted=shown]) [data-lectern-controls],' +
      '[data-lectern-scripted] .lectern-neighbors,[data-lectern-other] #lectern-prerendered{display:none}',
    '.lectern-neighbors{position:absolute;inset:auto 0 0;display:flex;justify-content:center;gap:1.5em;' +
      'padding:.5em;color:#fff;background:#000b}.lectern-neighbors a{color:inherit}',
  ].join('')
}

/** Returns a slide's page without what leads to the reading view. */
export function withoutReading(html: string): string {
  return html.replace(` ${READS}`, '').replace(READ_LINK_RE, '')
}

function linkNeighbors({ slide, total }: SlidePage, { base, hasReading }: PageFrame): string {
  const link = (number: number, rel: string, text: string): string =>
    number < 1 || number > total
      ? ''
      : `<a rel="${rel}" href="${base}${number === 1 ? '' : `${number}.html`}">${text}</a>`
  return (
    `<nav class="lectern-neighbors">${link(slide - 1, 'prev', '← Previous')}` +
    `<span>${slide} / ${total}</span>${link(slide + 1, 'next', 'Next →')}` +
    `${hasReading ? `<a href="${base}read.html#slide-${slide}">Read</a>` : ''}</nav>`
  )
}
