import { array, assert, constantFrom, oneof, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createRenderer, ENGINES, render } from './engines.ts'
import { readPage } from './page.ts'
import { anyCharacters, RUNS } from './random-markdown.ts'

/** Values that try to leave the attribute, the declaration or the style. */
const REFUSED: [what: string, value: string][] = [
  ['a second declaration', 'red;position:fixed'],
  ['a second declaration in capitals', 'RED;POSITION:FIXED'],
  ['a quotation mark', 'red"onload='],
  ['a quotation mark and a handler', "red'onload=alert(1)"],
  ['an address', 'url(//a.b/c)'],
  ['a script’s address', 'url(javascript:alert(1))'],
  ['a custom property', 'var(--x)'],
  ['a custom property as a channel', 'rgb(var(--x),0,0)'],
  ['an expression', 'expression(alert(1))'],
  ['an environment variable', 'env(x)'],
  ['an image', 'image-set(x)'],
  ['an attribute of the page', 'attr(title)'],
  ['a comment', 'red/**/'],
  ['a priority', 'red!important'],
  ['an escape', String.raw`\72 ed`],
  ['an entity', 'red&quot;'],
  ['NUL', 're\u0000d'],
  ['a line separator', 're\u2028d'],
  ['a bidi override', 'red\u202e'],
  ['a bidi isolate', '\u2066red\u2069'],
  ['a byte order mark', '\ufeffr\ufeffed'],
  ['a name of the prototype', '__proto__'],
  ['a method of the prototype', 'constructor'],
  ['a megabyte of letters', 'x'.repeat(1_000_000)],
  ['a megabyte of digits', `#${'0'.repeat(1_000_000)}`],
  ['a megabyte of spaces', `rgb(1${' '.repeat(1_000_000)}2 3)`],
]

const PIECES: readonly string[] = [
  'red #0a7 gray500 rgb(1 2 3) hsl( oklch( url( var(--x) expression( position:fixed javascript:',
  '" \' &quot; &#34; ; : = { } ( ) < > / \\ ` {{ }} </span> <script> <img .c #i .v-html .@click',
  'onload= onclick="x" style= src= href= v-html= :is= @click= v-on:x= id= class= onerror=y>',
  'width=50% height=1px width=calc(1px) \n \t \f \u0000 \u202e \u2066 \u2028 \ufeff \ud800',
].flatMap((pieces) => pieces.split(' '))

const hostile = oneof(constantFrom(' ', ...PIECES), anyCharacters)

/** Spans and images with hostile attributes in every form. */
const hostileMarkdown = array(hostile, { maxLength: 8 }).chain((pieces) => {
  const value = pieces.join('')
  return constantFrom(
    `[a]{color=${value}}`,
    `[a]{color="${value}"}`,
    `[a]{color='${value}'}`,
    `[a]<color=${value}>`,
    `[a]<color="${value}">`,
    `[a]{color=red ${value}}`,
    `[a]{${value} color=red}`,
    `[${value}]{color=red}`,
    `![a](/a.png){${value}}`,
    `![a](/a.png){width=${value}}`,
    `![a](/a.png){width=50% ${value}}`,
    `![${value}](/a.png){.c}`,
    `[![a](/a.png){${value}}]{color=${value}}`,
  )
})

/** A CSS color as the addon writes it into a style. */
const COLOR = String.raw`(?:var\(--addon-[a-z]+-(?:light|dark)\)|#[\da-f]{3,8}|[a-z]+|(?:rgba?|hsla?|oklch)\([\d\s.,%/+a-z-]+\))`
const STYLE_RE = new RegExp(`^--span-light:${COLOR};--span-dark:${COLOR}$`)
const CLASS_RE = /^[\w:/[\]%.! -]+$/
const ID_RE = /^[A-Za-z][\w:-]*$/
const LENGTH_RE = /^[\d.]+(?:px|%)?$/
const ANY_RE = /^[^]*$/
/** Attributes that may be on a page, with their values, by element. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  span: { class: CLASS_RE, id: ID_RE, style: STYLE_RE },
  img: {
    src: /^\/a\.png$/,
    alt: ANY_RE,
    class: CLASS_RE,
    id: ID_RE,
    width: LENGTH_RE,
    height: LENGTH_RE,
  },
  // a bare address in the text
  a: { href: ANY_RE },
}
/** Elements that Markdown itself creates from the values, without attributes. */
const PLAIN = new Set('p br em strong s code pre blockquote h1 h2 ul ol li hr'.split(' '))

describe.each(ENGINES)('on %s', (_name, create) => {
  it.each(REFUSED)('refuses %s as a color, with a short warning', (_what, value) => {
    const quote = value.includes('"') ? '' : '"'
    const { html, warnings } = render(create(), `[a]{color=${quote}${value}${quote}} b`)
    expect(html).toBe('<p>a b</p>')
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('unknown color')
    expect(warnings[0]?.length).toBeLessThan(500)
  })

  it('puts no attribute on the page but those allowed', () => {
    const renderNext = createRenderer(create().set({ html: false }))
    assert(
      property(hostileMarkdown, (source) => {
        expect(findForbidden(renderNext(source).html)).toEqual([])
      }),
      { ...RUNS, numRuns: 1500, examples: [] },
    )
  })
})

/** Finds the elements and attributes of a page that must not be there. */
function findForbidden(html: string): string[] {
  return readPage(html).elements.flatMap(({ tag, attributes }) => {
    const allowed = ALLOWED[tag] ?? {}
    const isForbidden = !PLAIN.has(tag) && !Object.hasOwn(ALLOWED, tag)
    const forbidden = attributes.filter(
      ([name, value]) => !Object.hasOwn(allowed, name) || !allowed[name]?.test(value),
    )
    return [
      ...(isForbidden ? [tag] : []),
      ...forbidden.map(([name, value]) => `${tag} ${name}=${value}`),
    ]
  })
}
