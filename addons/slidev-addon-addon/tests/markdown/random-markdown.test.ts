import { assert, property } from 'fast-check'
import type { Token } from 'markdown-exit'
import { describe, expect, it } from 'vitest'

import { addonMarkdown } from '../../markdown/index.ts'
import { addNeighbors, createRenderer, ENGINES } from './engines.ts'
import type { CreateEngine } from './engines.ts'
import { randomMarkdown, RUNS, WORD_RE } from './random-markdown.ts'

/** Attributes of an image without the addon. */
const PLAIN_IMAGE = new Set(['src', 'alt', 'title'])
/** Text that may be an attribute, so that it may disappear: anything in braces or after `<color=`. */
const ATTRIBUTES_RE = /\{[^{}]*\}|<color=[^>]*>/g
const TAG_RE = /<(?<end>\/?)(?<name>[a-z]\w*)(?<attributes>(?: [a-z-]+="[^"<>]*")*) ?\/?>/g
const EMPTY = new Set(['img', 'br', 'hr'])

describe.each(ENGINES)('random Markdown on %s', (_name, create) => {
  it('renders without an error, with raw HTML and other plugins too', () => {
    const render = createRenderer(addNeighbors(create()))
    check((source) => {
      expect(render(source).html).toBeTypeOf('string')
    })
  })

  it('reads as without the addon where nothing is the addon’s', () => {
    const plain = create()
    const md = create()
    const render = createRenderer(md)
    check((source) => {
      const { html, warnings } = render(source)
      const isSame = html === plain.render(source).trim()
      expect(isSame || warnings.length > 0 || usesAddon(md.parse(source, {}))).toBe(true)
    })
  })

  it('keeps the words', () => {
    const plain = create()
    const md = create()
    addonMarkdown(md, { logger: { warn: () => {} } })
    check((source) => {
      const all = readWords(readTokens(plain.parse(source, {})))
      const kept = readWords(readTokens(md.parse(source, {})))
      expect(isSubsequence(kept, all)).toBe(true)
      const outside = readWords(source.replaceAll(ATTRIBUTES_RE, ''))
      expect(missing(outside, kept)).toEqual(missing(outside, all))
    })
  })

  it('balances its tags', () => {
    const render = createRenderer(createPlain(create))
    check((source) => {
      const { html } = render(source)
      const open: string[] = []
      for (const { groups: { end, name = '' } = {} } of html.matchAll(TAG_RE)) {
        if (!end) {
          open.push(...(EMPTY.has(name) ? [] : [name]))
        } else if (open.at(-1) === name) {
          open.pop()
        } else {
          open.push(`/${name}`)
        }
      }
      expect(open).toEqual([])
    })
  })

  it('gives the same again, and lets no slide change the next', () => {
    const shared = createRenderer(createPlain(create))
    check((source) => {
      const alone = createRenderer(createPlain(create))(source).html
      expect([shared(source).html, shared(source).html]).toEqual([alone, alone])
    })
  })
})

function check(holds: (source: string) => void): void {
  assert(property(randomMarkdown, holds), RUNS)
}

/** Creates an engine that escapes raw HTML, so that it writes all tags of a page itself. */
function createPlain(create: CreateEngine): ReturnType<CreateEngine> {
  return create().set({ html: false })
}

function usesAddon(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, attrs, children }) =>
      type === 'colored_span_open' ||
      (type === 'image' && attrs?.some(([name]) => !PLAIN_IMAGE.has(name))) ||
      usesAddon(children ?? []),
  )
}

/** Reads the text of tokens and of their attributes. A page has less: markdown-exit drops code in an `alt`. */
function readTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, attrs, children, content, info }) => {
      // A bare address occurs in the text too.
      const values = info === 'auto' ? '' : (attrs?.map(([, value]) => value).join(' ') ?? '')
      const text = children ? readTokens(children) : content
      return values + text + (type === 'fence' ? info : '')
    })
    .join(' ')
}

function readWords(text: string): string[] {
  return text.match(WORD_RE) ?? []
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const word of whole) {
    at += word === part[at] ? 1 : 0
  }
  return at === part.length
}

/** Finds the words that are not among others, each counted as often as it occurs. */
function missing(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return words.filter((word) => {
    const index = left.indexOf(word)
    left.splice(index, index < 0 ? 0 : 1)
    return index < 0
  })
}
