import { describe, expect, it } from 'vitest'

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
  earlyScript: 'early("$&")',
  router: 'history',
  colorSchema: 'auto',
  width: 980,
  height: 552,
  hasReading: true,
  isReadOnPhones: true,
}

describe('composePage', () => {
  it('holds the slide, its facts and links to its neighbors, and loads nothing before it is painted', () => {
    const html = composePage({ ...PAGE, url: 'https://lab.example/2' }, FRAME)
    for (const line of [
      '<html lang="en" data-lectern-names="2 outline" data-lectern-scheme="auto" class="light" data-lectern-reads>',
      '<title>A &lt; &quot;B&quot;</title>',
      '<meta name="description" content="About &amp; more">',
      '<meta property="og:title" content="A &lt; &quot;B&quot;">',
      '<meta property="og:description" content="About &amp; more">',
      '<link rel="canonical" href="https://lab.example/2">',
      '<link data-rel="modulepreload" crossorigin href="/assets/index.js" data-lectern-entry>',
      '<link data-rel="modulepreload" crossorigin href="/assets/md.js">',
      '<link data-rel="stylesheet" crossorigin href="/assets/index.css">',
      '<div id="app" inert></div>',
      '<a rel="prev" href="/">',
      '<a rel="next" href="/3.html">',
      '<a href="/read.html#slide-2">Read</a>',
      `<script>${FRAME.earlyScript}</script>`,
    ]) {
      expect(html).toContain(line)
    }
    expect(html).not.toMatch(/ rel="(?:stylesheet|modulepreload|preload)"|<script [^>]*src/)
  })

  it('leaves files of other hosts as they are named, and loads them after the slide is painted, too', () => {
    const font = 'https://fonts.example/css2?family=Roboto&display=swap'
    const shell = SHELL.replace(
      '<link rel="icon" href="/favicon.svg">',
      `<link rel="icon" href="https://cdn.example/assets/icon.png"><link rel="stylesheet" href="${font}">`,
    )
    const html = composePage(PAGE, { ...FRAME, shell })
    expect(html).toContain(
      '<link rel="icon" href="data:," data-href="https://cdn.example/assets/icon.png">',
    )
    expect(html).toContain(`<link data-rel="stylesheet" href="${font}">`)
  })

  it('tells the base path and the router that differ from the usual ones, and leaves a reading view out that is none', () => {
    const frame = { ...FRAME, base: '/talks/x/', router: 'hash', hasReading: false }
    const html = composePage(PAGE, frame)
    expect(html).toContain(
      '<html lang="en" data-lectern-base="/talks/x/" data-lectern-names="2 outline" data-lectern-router="hash"',
    )
    expect(html).not.toMatch(/lectern-reads|read\.html/)
  })

  it('leaves the deck’s own description where the slide has none, and the mode a deck insists on', () => {
    const html = composePage({ ...PAGE, description: undefined }, { ...FRAME, colorSchema: 'dark' })
    expect(html).toContain('<meta name="description" content="The deck">')
    expect(html).toContain('data-lectern-scheme="dark" class="dark"')
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
