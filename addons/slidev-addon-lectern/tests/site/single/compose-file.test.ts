import { describe, expect, it } from 'vitest'

import { composeFile, escapeScript } from '../../../site/single/compose-file.ts'

const SHELL = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Deck</title>
<link rel="icon" href="/base/favicon.svg">
<meta name="description" content="The deck">
<meta property="og:image" content="https://lab.example/x.png">
<meta name="twitter:image" content="https://lab.example/x.png">
<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lato">
<link rel="modulepreload" crossorigin href="/base/assets/vendor.js">
  <script type="module" crossorigin src="/base/assets/index.js"></script>
  <link rel="stylesheet" crossorigin href="/base/assets/index.css">
</head>
<body>
  <div id="app"></div>
</body>
</html>`

const FILE = {
  shell: SHELL,
  base: '/base/',
  colorSchema: 'auto',
  script: 'run("$&</script><!--")',
  css: 'p{content:"$&</style>"}',
  files: { 'sea.png': 'data:image/png;base64,AA==' },
  styleFiles: ['sea.png'],
  article: '<main title="</noscript>">$&</main>',
  searchIndex: '{"text":"</script>"}',
  earlyScript: 'early()',
  toData: (address: string) => `data:,${address}`,
}

describe('the page of a talk in one file', () => {
  it('has everything in itself, and keeps title and description', () => {
    expect(composeFile(FILE)).toBe(`<!DOCTYPE html>
<html lang="en" data-lectern-scheme="auto">
<head>
<title>Deck</title>
<link rel="icon" href="data:,/base/favicon.svg">
<meta name="description" content="The deck">
<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lato">
  <script type="application/json" id="lectern-search">{"text":"\\x3C/script>"}</script>
<script>var lecternFiles={"sea.png":"data:image/png;base64,AA=="},lecternStyleFiles=["sea.png"];
early()</script>
<script type="module">run("$&\\x3C/script>\\x3C!--")</script>
  <style>p{content:"$&\\3C /style>"}</style>
</head>
<body>
  <div id="app"></div>
<noscript id="lectern-written-article"><style>#app{display:none}#lectern-read img[data-file-src]{width:auto!important;height:auto!important}#lectern-read img[data-file-src][alt=""]{display:none}</style><div id="lectern-read"><p class="lectern-message">This browser runs no scripts, which the slides of this talk need. Here is their text; allow scripts for this file to see its pictures.</p><main title="&lt;/noscript>">$&</main></div></noscript>
</body>
</html>`)
  })

  it.each([
    ['none', ''],
    ['that of another host', '<link rel="icon" href="https://cdn.example/x.png">'],
  ])('asks for no icon where the deck has %s', (_, icon) => {
    const shell = SHELL.replace(/<link rel="icon"[^>]*>/, icon)
    const html = composeFile({ ...FILE, shell })
    expect(html).toContain('<link rel="icon" href="data:,">')
    expect(html).not.toContain('cdn.example')
  })

  it('needs a page that a tested Slidev wrote', () => {
    expect(() => composeFile({ ...FILE, shell: '<html></html>' })).toThrow(
      'Update slidev-addon-lectern.',
    )
  })
})

it('escapes what would end a script, and means the same', () => {
  const code = 'a="</SCRIPT>"+`<!--`'
  expect(escapeScript(code)).toBe(String.raw`a="\x3C/SCRIPT>"+${'`'}\x3C!--${'`'}`)
  expect(escapeScript('a<b')).toBe('a<b')
})
