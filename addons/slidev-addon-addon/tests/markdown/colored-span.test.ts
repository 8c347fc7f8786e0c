import { describe, expect, it } from 'vitest'

import { hasColoredSpans } from '../../markdown/colored-span.ts'
import { addonMarkdown, coloredSpans, colouredSpans } from '../../markdown/index.ts'
import { unknownColor } from '../../markdown/messages.ts'
import { addNeighbors, ENGINES, plainSpan, render, span } from './engines.ts'
import { readPage } from './page.ts'

const SPANS: [source: string, html: string][] = [
  // both forms, quotes and space
  ['[a]{color=red}', `<p>${span('red', 'a')}</p>`],
  ['[a]<color=red>', `<p>${span('red', 'a')}</p>`],
  ['[a]{color="red"}', `<p>${span('red', 'a')}</p>`],
  ["[a]{color='red'}", `<p>${span('red', 'a')}</p>`],
  ['[a]<color="red">', `<p>${span('red', 'a')}</p>`],
  ["[a]<color='red'>", `<p>${span('red', 'a')}</p>`],
  ['[a]{ color=red }', `<p>${span('red', 'a')}</p>`],
  ['[a]{color=RED}', `<p>${span('red', 'a')}</p>`],
  ['(see [a]{color=red}, b)', `<p>(see ${span('red', 'a')}, b)</p>`],
  ['[a]{color=red}[b]<color=blue>', `<p>${span('red', 'a')}${span('blue', 'b')}</p>`],
  ['[a]{color=red}(b)', `<p>${span('red', 'a')}(b)</p>`],
  // every kind of value
  ['[a]{color=grey}', `<p>${span('gray', 'a')}</p>`],
  [
    '[a]{color=gray-500}',
    '<p><span class="colored-span" style="--span-light:#6b7280;--span-dark:#9ca3af">a</span></p>',
  ],
  ['[a]{color=tomato}', `<p>${plainSpan('tomato', 'a')}</p>`],
  ['[a]{color=#0a7}', `<p>${plainSpan('#0a7', 'a')}</p>`],
  ['[a]{color=#00AA77CC}', `<p>${plainSpan('#00aa77cc', 'a')}</p>`],
  ['[a]{color=rgb(1,2,3)}', `<p>${plainSpan('rgb(1,2,3)', 'a')}</p>`],
  ['[a]{color=rgb(1 2 3 / 50%)}', `<p>${plainSpan('rgb(1 2 3 / 50%)', 'a')}</p>`],
  ['[a]<color=hsl(120deg, 50%, 25%)>', `<p>${plainSpan('hsl(120deg, 50%, 25%)', 'a')}</p>`],
  ['[a]{color="oklch(0.6 0.1 120)"}', `<p>${plainSpan('oklch(0.6 0.1 120)', 'a')}</p>`],
  // classes and id
  ['[a]{color=red .font-bold .w-[50%] #a}', `<p>${span('red', 'a', 'font-bold w-[50%]', 'a')}</p>`],
  ['[a]{#a-1 .x color=red}', `<p>${span('red', 'a', 'x', 'a-1')}</p>`],
  [
    '[a]{color=rgb(1, 2, 3)\n#b}',
    `<p>${plainSpan('rgb(1, 2, 3)', 'a').replace('>', ' id="b">')}</p>`,
  ],
  // the text
  ['[**a** *b*]{color=red}', `<p>${span('red', '<strong>a</strong> <em>b</em>')}</p>`],
  ['**[a]{color=red}**', `<p><strong>${span('red', 'a')}</strong></p>`],
  ['[*a]{color=red}*', `<p>${span('red', '*a')}*</p>`],
  ['[`]` x]{color=red}', `<p>${span('red', '<code>]</code> x')}</p>`],
  ['[$]$ x]{color=red}', `<p>${span('red', '<math>$]$</math> x')}</p>`],
  ['[a `b]{color=red} c', `<p>${span('red', 'a `b')} c</p>`],
  ['[a](b) [c]{color=red}', `<p><a href="b">a</a> ${span('red', 'c')}</p>`],
  ['[x [a](b]) y]{color=red}', `<p>${span('red', 'x <a href="b%5D">a</a> y')}</p>`],
  ['[![a](b.png)]{color=red}', `<p>${span('red', '<img src="b.png" alt="a">')}</p>`],
  ['[see[^1]]{color=red}', `<p>${span('red', 'see<sup>[^1]</sup>')}</p>`],
  ['[a [b] c]{color=red}', `<p>${span('red', 'a [b] c')}</p>`],
  [String.raw`[a \] \[ b]{color=red}`, `<p>${span('red', 'a ] [ b')}</p>`],
  ['[a [b]{color=blue} c]{color=red}', `<p>${span('red', `a ${span('blue', 'b')} c`)}</p>`],
  ['[[a]<color=blue>]{color=red}', `<p>${span('red', span('blue', 'a'))}</p>`],
  ['[<b title="]">a</b>]{color=red}', `<p>${span('red', '<b title="]">a</b>')}</p>`],
  ['[a & <]{color=red}', `<p>${span('red', 'a &amp; &lt;')}</p>`],
  ['[{{ $page }}]{color=red}', `<p>${span('red', '{{ $page }}')}</p>`],
  ['[a\nb]{color=red}', `<p>${span('red', 'a\nb')}</p>`],
  ['[a\\\nb]{color=red}', `<p>${span('red', 'a<br>\nb')}</p>`],
  // brackets that are not the span's
  ['[a [b]{color=red}', `<p>[a ${span('red', 'b')}</p>`],
  ['a] [b]{color=red}', `<p>a] ${span('red', 'b')}</p>`],
  ['[a][b]{color=red}', `<p>[a]${span('red', 'b')}</p>`],
  ['[ ] [a]{color=red}', `<p>[ ] ${span('red', 'a')}</p>`],
  ['![a [b]{color=red}', `<p>![a ${span('red', 'b')}</p>`],
  // the text ends at its bracket, even for rules that look further
  [
    '[http://a.b/(c]{color=red}) d',
    `<p>${span('red', '<a href="http://a.b/">http://a.b/</a>(c')}) d</p>`,
  ],
  ['[a]{color=red} `b` `', `<p>${span('red', 'a')} <code>b</code> \`</p>`],
  ['[` a]{color=red} and ``b``', `<p>${span('red', '` a')} and <code>b</code></p>`],
  // places
  ['# [a]{color=red} b', `<h1>${span('red', 'a')} b</h1>`],
  [
    '- x\n  - [a]{color=red}',
    `<ul>\n<li>x\n<ul>\n<li>${span('red', 'a')}</li>\n</ul>\n</li>\n</ul>`,
  ],
  [
    '| a |\n| - |\n| [b]{color=red} |',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
      `<td>${span('red', 'b')}</td>\n</tr>\n</tbody>\n</table>`,
  ],
  ['> [a]{color=red}', `<blockquote>\n<p>${span('red', 'a')}</p>\n</blockquote>`],
  ['<div>\n\n[a]{color=red}\n\n</div>', `<div>\n<p>${span('red', 'a')}</p>\n</div>`],
  ['<b>[a]{color=red}</b>', `<p><b>${span('red', 'a')}</b></p>`],
  ['[[a]{color=red} b](c)', `<p><a href="c">${span('red', 'a')} b</a></p>`],
  ['[[a]{color=red} b][c]\n\n[c]: d', `<p><a href="d">${span('red', 'a')} b</a></p>`],
  ['![x [a]{color=red}](b.png)', '<p><img src="b.png" alt="x a"></p>'],
  ['[[[a](b)]{color=red}](c)', `<p>[${span('red', '<a href="b">a</a>')}](c)</p>`],
]

const LEFT_ALONE: string[] = [
  // code
  '`[a]{color=red}`',
  '`` ` [a]{color=red} ``',
  '[a `]{color=red}`',
  '    [a]{color=red}',
  '```ts {2,3|4}\n[a]{color=red}\n```',
  '```ts {lines:true,startLine:5}\n[a]{color=red}\n```',
  '````md magic-move {lines: true}\n```js {*|1}\n[a]{color=red}\n```\n\n```js\n[b]<color=red>\n```\n````',
  '```ts {monaco-run}\n[a]{color=red}\n```',
  '```ts {monaco-diff}\na\n~~~\n[a]{color=red}\n```',
  '<<< @/snippets/x.ts {2}',
  '<<< @/snippets/x.ts#a ts {2,3|4}{lines:true}',
  '```mermaid {scale: 0.5}\nA[a]{color=red}\n```',
  '[a]{color=`b`}',
  '[a]<color=`red`>',
  '[a]{color="re`d"}',
  // math
  '[a]{color=$b$}',
  '$[a]{color=red}$',
  '[$a]{color=red}$',
  // escapes
  String.raw`\[a]{color=red}`,
  String.raw`[a\]{color=red}`,
  String.raw`[a]\{color=red}`,
  String.raw`[a]\<color=red>`,
  String.raw`\[a\]{color=red}`,
  // links and references
  '[a](b "]{color=red}")',
  '[a](<b]{color=red}>)',
  '[a](b "c") {color=red}',
  '<http://a.b/[c]{color=red}>',
  'http://a.b/[c]{color=red}',
  '[a]: b "[c]{color=red}"\n\n[a]',
  // footnotes and tasks
  '[^1]{color=red}',
  'a[^1]{color=red}',
  '- [ ] a {color=red}\n- [x] b',
  // Vue, comments and HTML
  '{{ $page }}',
  '{{ [a][0] }}',
  '<!-- [a]{color=red} -->',
  'a <!-- [a]{color=red} --> b',
  'a <b title="[a]{color=red}">c</b>',
  '<div title="[a]{color=red}">\n[a]{color=red}\n</div>',
  '<Comp :items="[a]" />',
  // near misses
  '[a]',
  '[a]{.b}',
  '[a]{#b}',
  '[a]{}',
  '[a]{color}',
  '[a]{color=}',
  '[a]{color=""}',
  '[a]{color="red}',
  '[a]{color=red .}',
  '[a]{color=red .1}',
  '[a]{color=red #}',
  '[a]{color=red #1}',
  '[a]{color=red #b #c}',
  '[a]{color=red color=blue}',
  '[a]{color=red onclick=x}',
  '[a]{color=red style=color:blue}',
  '[a]{color=red .b"c}',
  '[a]{color=red .{{b}}}',
  '[a]{color={{b}}}',
  '[a]{{color=red}}',
  '[a]{color = red}',
  '[a]{Color=red}',
  '[a]{colour=red}',
  '[a]{.b-color=red}',
  '[a] {color=red}',
  '[a]\n{color=red}',
  '[a]{color=re\n\nd}',
  '[a]<color=red .b>',
  '[a]<color=>',
  '[a]<color>',
  '[a]< color=red>',
  '[a]<b color=red>',
  '[a]</color=red>',
  '[]{color=red}',
  '(a){color=red}',
  'a{color=red}',
  '**a**{color=red}',
  '# a {color=red}',
  '- a {color=red}',
  '[a]{color=red',
  '[a]<color=red',
  '[a]{color=red\n\n}',
  '[a{color=red}',
  'a]{color=red}',
  '[a ] b]{color=red}',
  '[a **]{color=red',
  '[a ` b]{color=red} and `c`',
  '[a\n\nb]{color=red}',
]

const REFUSED: [value: string, written: string][] = [
  'red;position:fixed',
  'red"onload=x',
  "red'onload=x",
  'url(x)',
  'url(javascript:alert(1))',
  'var(--x)',
  'expression(1)',
  'rgb(var(--x))',
  'rgb(1,2,3);x:y',
  'rgb(1/*,*/2)',
  'inherit',
  'currentColor',
  '#ff',
  '#0a7;',
  '&quot;',
  String.raw`red\;`,
  'constructor',
  '__proto__',
  're\u0000d',
  'red\u202E',
  'red\u2066',
  'x'.repeat(65),
  '0'.repeat(100_000),
].map((value) => [value.length > 40 ? `${value.slice(0, 10)} × ${value.length}` : value, value])

it('is exported under its old name too', () => {
  expect(colouredSpans).toBe(coloredSpans)
})

describe.each(ENGINES)('on %s', (_name, create) => {
  it('gives a span its two colors as custom properties', () => {
    expect(render(create(), 'Some [words]{color=red}.')).toEqual({
      html:
        '<p>Some <span class="colored-span" ' +
        'style="--span-light:var(--addon-red-light);--span-dark:var(--addon-red-dark)">' +
        'words</span>.</p>',
      warnings: [],
    })
  })

  it.each(SPANS)('colors %j', (source, html) => {
    expect(render(addNeighbors(create()), source)).toEqual({ html, warnings: [] })
  })

  it.each(LEFT_ALONE)('leaves %j as it is', (source) => {
    const html = addNeighbors(create()).render(source).trim()
    expect(render(addNeighbors(create()), source)).toEqual({ html, warnings: [] })
  })

  it.each(REFUSED)('shows text without color, and warns, for the value %j', (_written, value) => {
    const { html, warnings } = render(create(), `[a]{color=${value}} b`)
    expect(html).toBe('<p>a b</p>')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('[slidev-addon-addon] line 1: unknown color "')
  })

  it('keeps classes and id of a span whose color is unknown', () => {
    const { html, warnings } = render(create(), '[a]{color=nope .font-bold #b}')
    expect(html).toBe('<p><span class="font-bold" id="b">a</span></p>')
    expect(warnings).toHaveLength(1)
  })

  it('warns with the span, its line and the nearest name', () => {
    expect(render(create(), 'a\n\nb [**c**]{color=geen .x} d').warnings).toEqual([
      unknownColor({
        line: 'line 3',
        value: 'geen',
        span: '[**c**]{color=geen .x}',
        suggestion: 'green',
      }),
    ])
  })

  it.each([
    '[<script>alert(1)</script>]{color=red}',
    '[a]{color=red .x" onclick="alert(1)}',
    '[a]{color=red #x" onclick="alert(1)}',
    '[a]{color="red" onclick="alert(1)"}',
    '[a]{color="red;background:url(//x.y/z)"}',
    '[a]<color=red onclick=alert(1)>',
    '[a]<color="red" onclick="alert(1)">',
    '[a]{color=</span><script>alert(1)</script>}',
    '[a]{color=red .v-html .@click .:src #onclick}',
    '[a]{color="{{ alert(1) }}"}',
    '["><img src=x onerror=alert(1)>]{color=red}',
  ])('puts nothing but class, id and a safe style on the page for %j', (source) => {
    const md = create()
    md.set({ html: false })
    const { elements } = readPage(render(md, source).html)
    expect(elements.map(({ tag }) => tag)).toEqual(elements.length > 1 ? ['p', 'span'] : ['p'])
    for (const [name, value] of elements.flatMap(({ attributes }) => attributes)) {
      expect(['class', 'id', 'style']).toContain(name)
      expect(`${name}=${value}`).toMatch(
        /^(?:class|id)=[\w .:@-]+$|^style=--span-light:var\(--addon-red-light\);--span-dark:var\(--addon-red-dark\)$/,
      )
    }
  })

  it('gives the same HTML each time, and lets no text change the next', () => {
    const md = create()
    const texts = ['[a]{color=red', '[`a]{color=blue} `', '[b]{color=nope} [c]<color=red>']
    const [first] = texts.map((text) => render(create(), text).html)
    const alone = texts.map((text) => render(create(), text).html)
    const together = [...texts, ...texts].map((text) => render(md, text).html)
    expect(together).toEqual([...alone, ...alone])
    expect(first).toBe('<p>[a]{color=red</p>')
  })

  it('shares no attributes between the tokens of two spans', () => {
    const md = create()
    coloredSpans(md)
    const spans = md
      .parseInline('[a]{color=red} [b]{color=red}', {})
      .flatMap(({ children }) => children ?? [])
      .filter(({ type }) => type === 'colored_span_open')
    spans[0]?.attrJoin('class', 'x')
    expect(spans.map((token) => token.attrGet('class'))).toEqual(['colored-span x', 'colored-span'])
  })

  it('is registered once, however often it is asked for', () => {
    const md = create()
    expect(hasColoredSpans(md)).toBe(false)
    coloredSpans(md)
    const count = md.inline.ruler.getRules('').length
    coloredSpans(md)
    expect(hasColoredSpans(md)).toBe(true)
    expect(md.inline.ruler.getRules('')).toHaveLength(count)
  })

  it('stops nesting where the engine does, and keeps the text', () => {
    const depth = 300
    const { html } = render(create(), `${'['.repeat(depth)}x${']{color=red}'.repeat(depth)}`)
    expect(html.match(/<span /g)?.length).toBe(html.match(/<\/span>/g)?.length)
    expect(html.match(/<span /g)?.length).toBeGreaterThan(50)
    expect(html).toContain('[x]{color=red}')
  })

  it.each([
    '['.repeat(20_000),
    `${'['.repeat(20_000)}a${']'.repeat(20_000)}{color=red}`,
    `${'['.repeat(10_000)}[a]{color=red}`,
    `${']('.repeat(10_000)}[a]{color=red}`,
    `[a${']{'.repeat(10_000)}`,
    `${'{color='.repeat(3000)}[a]{color=red}`,
    '[a]{color='.repeat(2000),
    '[a]{color=nope} '.repeat(1000),
    `[a]{color=${'('.repeat(20_000)}`,
    // A regular expression that backtracks in these would exceed the test's time limit.
    `[a]{color=${'rgb('.repeat(250_000)}`,
    `[a]{color=${'rgb()'.repeat(200_000)}`,
    `[a]{color=red ${'.a '.repeat(300_000)}`,
    `[a]<color=${'x'.repeat(1_000_000)}>`,
  ])('comes to an end with hostile text no. %$', (source) => {
    const md = create()
    addonMarkdown(md, { logger: { warn: () => {} } })
    expect(md.render(source)).toMatch(/^<p>[^]*<\/p>\n$/)
  })
})
