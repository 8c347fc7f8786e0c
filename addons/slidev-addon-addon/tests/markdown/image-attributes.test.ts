import { describe, expect, it } from 'vitest'

import { addonMarkdown, imageAttributes } from '../../markdown/index.ts'
import { refusedAttributes } from '../../markdown/messages.ts'
import { addNeighbors, ENGINES, render, span } from './engines.ts'

const IMAGES: [source: string, html: string][] = [
  ['![a](/a.png){width=70%}', '<img src="/a.png" alt="a" width="70%">'],
  ['![a](/a.png){width=300px}', '<img src="/a.png" alt="a" width="300px">'],
  ['![a](/a.png){width=300}', '<img src="/a.png" alt="a" width="300">'],
  ['![a](/a.png){width=33.3%}', '<img src="/a.png" alt="a" width="33.3%">'],
  ['![a](/a.png){width="70%" height=20px}', '<img src="/a.png" alt="a" width="70%" height="20px">'],
  ['![a](/a.png){height=20}', '<img src="/a.png" alt="a" height="20px">'],
  ['![a](/a.png){height=20%}', '<img src="/a.png" alt="a" height="20%">'],
  ['![a](/a.png){ width=70% }', '<img src="/a.png" alt="a" width="70%">'],
  ['![a](/a.png){.b}', '<img src="/a.png" alt="a" class="b">'],
  ['![a](/a.png){#b}', '<img src="/a.png" alt="a" id="b">'],
  ['![a](/a.png){id=b class="c d"}', '<img src="/a.png" alt="a" id="b" class="c d">'],
  ['![a](/a.png){.mt-4 .w-1/2 #b}', '<img src="/a.png" alt="a" class="mt-4 w-1/2" id="b">'],
  ['![a](/a.png "t"){width=70%}', '<img src="/a.png" alt="a" title="t" width="70%">'],
  ['![a][b]{width=70%}\n\n[b]: /b.png', '<img src="/b.png" alt="a" width="70%">'],
  ['[![a](/a.png){width=70%}](b)', '<a href="b"><img src="/a.png" alt="a" width="70%"></a>'],
  ['[![a](/a.png){width=70%}]{color=red}', span('red', '<img src="/a.png" alt="a" width="70%">')],
  ['![a](/a.png){steps}', '<img src="/a.png" alt="a" steps="">'],
  ['![a](/a.png){width=70% steps .b}', '<img src="/a.png" alt="a" width="70%" steps="" class="b">'],
  ['x ![a](/a.png){.b} y', 'x <img src="/a.png" alt="a" class="b"> y'],
  [
    '![a](/a.png){.b}![c](/c.png){.d}',
    '<img src="/a.png" alt="a" class="b"><img src="/c.png" alt="c" class="d">',
  ],
]

const REFUSED: [attributes: string, html: string, refused: string[]][] = [
  ['{onerror=alert(1)}', '', ['onerror=alert(1)']],
  ['{style="color:red"}', '', ['style=color:red']],
  ['{src=/b.png}', '', ['src=/b.png']],
  ['{alt=b}', '', ['alt=b']],
  ['{srcset=/b.png loading=lazy}', '', ['srcset=/b.png', 'loading=lazy']],
  ['{v-html=x}', '', ['v-html=x']],
  ['{:src=x}', '', [':src=x']],
  ['{@load=x}', '', ['@load=x']],
  ['{width=wide}', '', ['width=wide']],
  ['{width=70vw}', '', ['width=70vw']],
  ['{width=-1}', '', ['width=-1']],
  ['{width="1;x"}', '', ['width=1;x']],
  ['{height=100000000px}', '', ['height=100000000px']],
  ['{width=}', '', ['width']],
  ['{steps=3}', '', ['steps=3']],
  ['{id=1}', '', ['id=1']],
  ['{.b<c}', '', ['.b<c']],
  ['{class="b c}"}', ' class="b"', ['.c}']],
  ['{width=70% onerror=x .b}', ' width="70%" class="b"', ['onerror=x']],
]

const LEFT_ALONE = [
  '![a](/a.png)',
  '![a](/a.png) {width=70%}',
  '![a](/a.png)\n{width=70%}',
  '![a](/a.png){}',
  '![a](/a.png){b}',
  '![a](/a.png){2,3|4}',
  '![a](/a.png){width=70%',
  '![a](/a.png){width=70%\n.b}',
  '![a](/a.png){.b" onerror=x}',
  '![a](/a.png){.b title="{c}"}',
  '![a](/a.png){{ $page }}',
  '![a](/a.png){{width=70%}}',
  String.raw`![a](/a.png)\{width=70%}`,
  String.raw`\![a](/a.png){width=70%}`,
  '`![a](/a.png){width=70%}`',
  '![a](/a.png){title="`b`"}',
  '![a](/a.png){title="$b$"}',
  '`a`{width=70%}',
  '**a**{.b}',
  '[a](b){.c}',
  '[![a](/a.png)](b){.c}',
  '![x](/y.png)[{a="]"}](u)',
  '<img src="/a.png">{width=70%}',
  '# a {.b}',
  '- a {.b}\n- c\n{.d}',
  'a {.b}',
  '> a\n{.b}',
  '| a |\n| - |\n| b {.c} |\n\n{.d}',
  '```ts {2,3|4}\n![a](/a.png){width=70%}\n```',
  '```ts {lines:true} {maxHeight=100px}\na\n```',
  '---\n{.b}',
  '$![a](/a.png){width=70%}$',
  '<!-- ![a](/a.png){width=70%} -->',
]

describe.each(ENGINES)('on %s', (_name, create) => {
  it.each(IMAGES)('gives the image of %j its attributes', (source, html) => {
    expect(render(create(), source)).toEqual({ html: `<p>${html}</p>`, warnings: [] })
  })

  it.each(REFUSED)('leaves out what %s must not carry, and warns', (attributes, html, refused) => {
    expect(render(create(), `![a](/a.png)${attributes}`)).toEqual({
      html: `<p><img src="/a.png" alt="a"${html}></p>`,
      warnings: [refusedAttributes({ line: 'line 1', attributes, refused })],
    })
  })

  it.each(LEFT_ALONE)('leaves %j as it is', (source) => {
    const html = addNeighbors(create()).render(source).trim()
    expect(render(addNeighbors(create()), source)).toEqual({ html, warnings: [] })
  })

  it('takes the braces right behind an image, and no second ones', () => {
    expect(render(create(), '![a](/a.png){.b}{.c}').html).toBe(
      '<p><img src="/a.png" alt="a" class="b">{.c}</p>',
    )
  })

  it('leaves attributes it would refuse to Comark, where a deck has it', () => {
    const typed = '{width=500px lazy}'
    const md = create()
    md.renderer.rules['mdc_inline_props'] = () => ''
    expect(render(md, `![a](/a.png)${typed} ![b](/b.png){width=70%}`)).toEqual({
      html: `<p><img src="/a.png" alt="a">${typed} <img src="/b.png" alt="b" width="70%"></p>`,
      warnings: [],
    })
  })

  it('is registered once, however often it is asked for', () => {
    const md = create()
    addonMarkdown(md)
    const count = md.inline.ruler.getRules('').length
    imageAttributes(md)
    expect(md.inline.ruler.getRules('')).toHaveLength(count)
  })

  it('keeps nothing from one text to the next', () => {
    const md = create()
    const source = '![a](/a.png){width=70% .b}'
    const { html } = render(md, source)
    expect(render(md, '![a](/a.png)').html).toBe('<p><img src="/a.png" alt="a"></p>')
    expect(render(md, source).html).toBe(html)
  })
})
