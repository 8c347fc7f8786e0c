import { describe, expect, it } from 'vitest'

import { addNeighbors, ENGINES, render, span } from './engines.ts'

const LINKS: [source: string, html: string][] = [
  ['[a](b){color=red}', link('red', 'b', 'a')],
  ['[a](b)<color=red>', link('red', 'b', 'a')],
  ['[a](b "t"){color=red}', link('red', 'b', 'a', ' title="t"')],
  ['[a](<b c>){color=red}', link('red', 'b%20c', 'a')],
  ['[a](b){color=red .c #d}', link('red', 'b', 'a', '', ' c', 'd')],
  ['[a][b]{color=red}\n\n[b]: c', link('red', 'c', 'a')],
  ['[a][]{color=red}\n\n[a]: c', link('red', 'c', 'a')],
  ['<https://a.b/>{color=red}', link('red', 'https://a.b/', 'https://a.b/')],
  ['[**a** b](c){color=red}', link('red', 'c', '<strong>a</strong> b')],
  ['[a [b]{color=blue}](c){color=red}', link('red', 'c', `a ${span('blue', 'b')}`)],
  ['**[a](b){color=red}**', `<strong>${link('red', 'b', 'a')}</strong>`],
  ['[x [a](b){color=red}]{color=blue}', span('blue', `x ${link('red', 'b', 'a')}`)],
  [
    '[![a](/a.png){width=70%}](b){color=red}',
    link('red', 'b', '<img src="/a.png" alt="a" width="70%">'),
  ],
  ['[a](b){color=red} [c](d){color=blue}', `${link('red', 'b', 'a')} ${link('blue', 'd', 'c')}`],
  ['[a](b){color=red}{color=blue}', `${link('red', 'b', 'a')}{color=blue}`],
  ['[a](b)<color=red>{color=blue}', `${link('red', 'b', 'a')}{color=blue}`],
]

const LEFT_ALONE = [
  '[a](b)',
  '[a](b) {color=red}',
  '[a](b)\n{color=red}',
  '[a](b){color=red',
  '[a](b){color}',
  '[a](b){.c}',
  '[a](b){target=_blank}',
  String.raw`[a](b)\{color=red}`,
  '[a](b)`{color=red}`',
  '`[a](b){color=red}`',
  '$[a](b){color=red}$',
  '![a](b "[c](d){color=red}")',
  '**a**{color=red}',
  '<b>a</b>{color=red}',
  '(a){color=red}',
  'http://a.b{color=red}',
]

describe.each(ENGINES)('colored links on %s', (_engine, create) => {
  it.each(LINKS)('colors %j', (source, html) => {
    expect(render(addNeighbors(create()), source)).toEqual({ html: `<p>${html}</p>`, warnings: [] })
  })

  it.each(LEFT_ALONE)('leaves %j as it is', (source) => {
    const html = addNeighbors(create()).render(source).trim()
    expect(render(addNeighbors(create()), source)).toEqual({ html, warnings: [] })
  })

  it('warns of an unknown color, with its line, and shows the link', () => {
    const { html, warnings } = render(create(), 'x\n[a [b]{color=blue}\nc](d){color=rde}')
    expect(html).toContain('<a href="d">a ')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('line 3: unknown color "rde" in {color=rde}.')
  })
})

/** HTML of a link in a palette color. */
function link(
  color: string,
  href: string,
  text: string,
  title = '',
  classes = '',
  id = '',
): string {
  const style = `--span-light:var(--addon-${color}-light);--span-dark:var(--addon-${color}-dark)`
  return (
    `<a href="${href}"${title} class="colored-span${classes}" style="${style}"` +
    `${id && ` id="${id}"`}>${text}</a>`
  )
}
