import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { EARLY_SCRIPT, EARLY_SCRIPT_SOURCE } from '../../../site/prerender/early-script.ts'
import { composePage } from '../../../site/prerender/page-html.ts'

const SHELL = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Deck</title>
<link rel="icon" href="/favicon.svg">
<meta name="description" content="The deck">
<meta property="og:title" content="Deck">
  <script type="module" crossorigin src="/assets/index.js"></script>
  <link rel="stylesheet" crossorigin href="/assets/index.css">
</head>
<body>
  <div id="app"></div>
</body>
</html>`

const PAGE = {
  slide: 2,
  total: 3,
  names: ['2', 'outline'],
  title: 'A < "B"',
  description: 'About & more',
  html: '<p>slide</p>',
  css: 'p{top:0}',
  fontCss: '',
  bodyStyle: '--x: 1',
  scripts: ['/assets/md.js'],
  fonts: ['/assets/inter.woff2'],
}

const FRAME = {
  shell: SHELL,
  base: '/',
  router: 'history',
  colorSchema: 'auto',
  width: 980,
  height: 552,
}

describe('composePage', () => {
  it('holds the slide, its facts and links to its neighbors, and loads nothing before it is painted', () => {
    const html = composePage({ ...PAGE, url: 'https://lab.example/2' }, FRAME)
    for (const line of [
      '<html lang="en" data-deck-base="/" data-deck-names="2 outline"',
      '<title>A &lt; &quot;B&quot;</title>',
      '<meta name="description" content="About &amp; more">',
      '<meta property="og:title" content="A &lt; &quot;B&quot;">',
      '<meta property="og:description" content="About &amp; more">',
      '<link rel="canonical" href="https://lab.example/2">',
      '<link data-rel="modulepreload" crossorigin href="/assets/index.js" data-deck-entry>',
      '<link data-rel="modulepreload" crossorigin href="/assets/md.js">',
      '<link data-rel="stylesheet" crossorigin href="/assets/index.css">',
      '<div id="app" inert></div>',
      '<a rel="prev" href="/">',
      '<a rel="next" href="/3.html">',
      `<script>${EARLY_SCRIPT}</script>`,
    ]) {
      expect(html).toContain(line)
    }
    expect(html).not.toMatch(/ rel="(?:stylesheet|modulepreload|preload)"|<script [^>]*src/)
  })

  it('leaves the deck’s own description where the slide has none, and the mode a deck insists on', () => {
    const html = composePage({ ...PAGE, description: undefined }, { ...FRAME, colorSchema: 'dark' })
    expect(html).toContain('<meta name="description" content="The deck">')
    expect(html).toContain('data-deck-scheme="dark" class="dark"')
  })

  it('stops at a page that is not what Slidev builds, and names the version that built it', () => {
    const version = '<meta property="slidev:version" content="99.0.0">'
    const compose = (head: string): string =>
      composePage(PAGE, { ...FRAME, shell: `<html><head>${head}</head></html>` })
    expect(() => compose(version)).toThrow(
      /^The page that Slidev 99\.0\.0 \(tested: 52\.20\.1, 53\.0\.0\) wrote has no <script/,
    )
    expect(() => compose('')).toThrow('Slidev of an unknown version')
  })
})

describe('the script in each page', () => {
  it('is the one that the recipe for nginx allows', () => {
    const recipe = join(import.meta.dirname, '../../../recipes/nginx.conf')
    expect(readFileSync(recipe, 'utf8')).toContain(`script-src 'self' ${EARLY_SCRIPT_SOURCE};`)
  })
})
