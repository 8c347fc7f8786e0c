import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, Token } from 'markdown-exit'

import { toOneLine } from './one-line.ts'

/** Matches the attributes behind a bracket: `{color=red}` or `<color=red>`. */
const ATTRIBUTES_RE = /\{[^{}\n]*\}|<color=[^<>\n]*>/y

const MATH_RE = /\$([^$\n]+)\$/y

/** Matches commands of math that only set how their argument looks. */
const MATH_STYLE_RE = /\\(?:math[a-z]+|text[a-z]*|operatorname|left|right|big|Big|displaystyle)\b/g

/** Writes a math expression as one line of text, because nothing in it is Markdown. */
const readMath: RuleInline = (state, silent) => {
  MATH_RE.lastIndex = state.pos
  const [whole, math] = MATH_RE.exec(state.src) ?? []
  if (whole === undefined || math === undefined) {
    return false
  }
  if (!silent) {
    state.pending += math
      .replaceAll(MATH_STYLE_RE, '')
      .replaceAll(/([_^])\{(\w+)\}/g, '$1$2')
      .replaceAll(/\\([a-z]+)|[{}]/gi, ' $1 ')
      .trim()
  }
  state.pos += whole.length
  return true
}

const EXPRESSION_RE = /\{\{[^\n]*?\}\}/y

/** Writes an expression of Vue as an ellipsis, because only the running deck knows its value. */
const readExpression: RuleInline = (state, silent) => {
  EXPRESSION_RE.lastIndex = state.pos
  const expression = EXPRESSION_RE.exec(state.src)?.[0]
  if (expression === undefined) {
    return false
  }
  if (!silent) {
    state.pending += '…'
  }
  state.pos += expression.length
  return true
}

/** Attributes that are no text of the title: `{height=30px}` behind an image, `{color=red}` behind a link. */
const ATTRIBUTES_BEHIND: Readonly<Record<string, RegExp>> = {
  image: /^\s*\{[^{}\n]*\}/,
  link_close: /^(?:\{[^{}\n]*\}|<color=[^<>\n]*>)/,
}

/** Replaces `[text]{color=red}` by its text. */
const readSpan: RuleInline = (state, silent) => {
  if (state.src[state.pos] !== '[') {
    return false
  }
  const end = state.md.helpers.parseLinkLabel(state, state.pos)
  ATTRIBUTES_RE.lastIndex = end + 1
  const attributes = end < 0 ? undefined : ATTRIBUTES_RE.exec(state.src)?.[0]
  if (attributes === undefined) {
    return false
  }
  if (!silent) {
    const { posMax } = state
    state.pos += 1
    state.posMax = end
    state.md.inline.tokenize(state)
    state.posMax = posMax
  }
  state.pos = end + 1 + attributes.length
  return true
}

const TITLES = createTitleEngine()

/**
 * Returns a slide's title as the audience reads it: without Markdown, without the attributes of spans and images, and
 * without braces; empty where no word is left.
 *
 * @param title - Heading as typed, without its number signs.
 */
export function toPlainTitle(title: string): string {
  const text = toOneLine(readText(TITLES.parseInline(title, {})))
  return text === '…' ? '' : text
}

function createTitleEngine(): MarkdownExit {
  const md = createMarkdownExit({ html: true })
  md.inline.ruler.before('link', 'lectern_title_span', readSpan)
  md.inline.ruler.after('escape', 'lectern_title_math', readMath)
  md.inline.ruler.before('link', 'lectern_title_expression', readExpression)
  return md
}

function readText(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) =>
      token.type === 'inline' ? readText(token.children ?? []) : toText(token, tokens[index - 1]),
    )
    .join('')
}

function toText({ type, content }: Token, before: Token | undefined): string {
  if (type === 'softbreak' || type === 'hardbreak' || /^<br\b/i.test(content)) {
    return ' '
  }
  const isText = ['text', 'code_inline', 'text_special'].includes(type)
  const attributes = ATTRIBUTES_BEHIND[before?.type ?? '']
  const text = attributes ? content.replace(attributes, '') : content
  return isText ? text : ''
}
