import { nameSlidevOf } from '../../deck/tested-slidev.ts'
import { EARLY_SCRIPT } from './early-script.ts'

/** Parts of a slide's page. */
export interface SlidePage {
  /** 1-based number. */
  slide: number
  total: number
  /** The names it is asked for by, its number first. */
  names: readonly string[]
  title: string
  /** The deck's own stays where there is none. */
  description?: string
  /** Address it is published at, where that is known. */
  url?: string
  /** The slide, see `capture-slide.ts`. */
  html: string
  css: string
  /** The typefaces in the page. */
  fontCss: string
  bodyStyle: string
  /** Scripts that the application needs for this slide, in one round trip. */
  scripts: readonly string[]
  /** Typefaces the application needs for this slide. */
  fonts: readonly string[]
}

/** Parts that are the same for all slides of a deck. */
export interface PageFrame {
  /** The page of the application without a slide, as Vite writes it. */
  shell: string
  base: string
  router: string
  /** As the headmatter says: `auto`, `light` or `dark`. */
  colorSchema: string
  /** Of a slide, in CSS px. */
  width: number
  height: number
}

/** Height that a window must leave free for Slidev to show its controls below the slide, in CSS px. */
const ROOM_FOR_CONTROLS = 120

/**
 * The page of a slide: painted as it is, and taken over by the application.
 *
 * @throws {Error} when the shell is not what Slidev builds.
 */
export function composePage(page: SlidePage, frame: PageFrame): string {
  const { base, router, colorSchema } = frame
  const attributes = [
    `data-deck-base="${escapeHtml(base)}"`,
    `data-deck-names="${escapeHtml(page.names.join(' '))}"`,
    `data-deck-router="${escapeHtml(router)}"`,
    `data-deck-scheme="${escapeHtml(colorSchema)}"`,
    `class="${colorSchema === 'dark' ? 'dark' : 'light'}"`,
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
    // For those who read without scripts; the script has its own way, see `client/page-type.ts`.
    `<noscript data-deck-type><style>${page.fontCss}</style></noscript>`,
    `<style data-deck-prerendered>${page.css}${frameCss(frame)}</style>`,
    `<script>${EARLY_SCRIPT}</script>`,
  ]
  const body = [
    `<div id="app" inert></div>`,
    `<div id="prerendered">${page.html}${linkNeighbors(page, base)}</div>`,
  ]
  let html = frame.shell
  html = replaceOnce(html, /<html([^>]*)>/, (_, known) => `<html${known} ${attributes.join(' ')}>`)
  html = replaceOnce(
    html,
    /<script type="module" crossorigin src="([^"]+)"><\/script>/,
    (_, entry) => {
      return `<link data-rel="modulepreload" crossorigin href="${entry}" data-deck-entry>`
    },
  )
  // Fetched after the slide is painted, see `client/early.ts`; they stay where they are, for their order.
  html = html.replace(/<link rel="(stylesheet|modulepreload)"/g, '<link data-rel="$1"')
  // Slidev says once more how the page is encoded.
  html = html.replace(/<meta http-equiv="Content-Type"[^>]*>\s*/, '')
  // Without an icon a browser asks for one that is not there.
  html = html.replace(
    /<link rel="icon" href="([^"]*)"/g,
    '<link rel="icon" href="data:," data-href="$1"',
  )
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

/**
 * Fills the window with the slide at the scale Slidev gives it, computed by the browser before a script
 * runs; shows the controls where Slidev does, and the links to other slides where no script does it.
 */
export function frameCss({ width, height }: Pick<PageFrame, 'width' | 'height'>): string {
  const room = `100dvh - 100vw*${height}/${width} - ${ROOM_FOR_CONTROLS}px`
  return [
    'html{--vh:1dvh}',
    `#prerendered{position:fixed;inset:0;z-index:2147483647;overflow:hidden;` +
      `--slidev-slide-scale:min(tan(atan2(100vw,${width}px)),tan(atan2(100dvh,${height}px)))}`,
    '[data-deck-scripted=""] #prerendered{display:none}#app[inert]{visibility:hidden}',
    // A window as wide as the slide or wider has no room for the controls, so their icons need not be drawn.
    `@media(min-aspect-ratio:${width}/${height}){[data-deck-controls]{display:none}}`,
    `[data-deck-controls]{max-height:clamp(0px,(${room})*9999,100vh);overflow:hidden}`,
    ':root:not([data-deck-scripted]) [data-deck-controls],' +
      '[data-deck-scripted] .deck-neighbors,[data-deck-other] #prerendered{display:none}',
    '.deck-neighbors{position:absolute;inset:auto 0 0;display:flex;justify-content:center;gap:1.5em;' +
      'padding:.5em;color:#fff;background:#000b}.deck-neighbors a{color:inherit}',
    // Without a script nothing can step, so all steps are shown at once.
    ':root:not([data-deck-scripted]) [class*=slidev-vclick]{opacity:1!important;visibility:visible!important}',
  ].join('')
}

function linkNeighbors({ slide, total }: SlidePage, base: string): string {
  const link = (number: number, rel: string, text: string): string =>
    number < 1 || number > total
      ? ''
      : `<a rel="${rel}" href="${base}${number === 1 ? '' : `${number}.html`}">${text}</a>`
  return (
    `<nav class="deck-neighbors">${link(slide - 1, 'prev', '← Previous')}` +
    `<span>${slide} / ${total}</span>${link(slide + 1, 'next', 'Next →')}</nav>`
  )
}

function setMeta(html: string, key: string, name: string, content: string): string {
  const tag = `<meta ${key}="${name}" content="${escapeHtml(content)}">`
  const known = new RegExp(`<meta ${key}="${name}" content="[^"]*">`)
  return known.test(html)
    ? html.replace(known, () => tag)
    : html.replace('</title>', () => `</title>\n${tag}`)
}

/**
 * Replaces the first match in a page that Slidev wrote.
 *
 * @throws {Error} when nothing matches, naming the version of Slidev.
 */
export function replaceOnce(
  html: string,
  known: RegExp,
  by: string | ((match: string, ...groups: string[]) => string),
): string {
  if (!known.test(html)) {
    throw new Error(
      `The page that ${nameSlidevOf(html)} wrote has no ${known.source}, so no slide can be put into it. ` +
        'Use a tested version, or adapt tools/prerender/page-html.ts to this one.',
    )
  }
  return html.replace(known, typeof by === 'string' ? () => by : by)
}

/** Text as it stands in HTML, between tags or quotation marks. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
