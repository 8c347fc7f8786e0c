import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, Token } from 'markdown-exit'

/** Matches the attributes behind a bracket: `{color=red}` or `<color=red>`. */
const ATTRIBUTES_RE = /\{[^{}\n]*\}|<color=[^<>\n]*>/y

const MATH_RE = /\$[^$\n]+\$/y

/** Keeps a math expression as typed, because nothing in it is Markdown. */
const keepMath: RuleInline = (state, silent) => {
  MATH_RE.lastIndex = state.pos
  const math = MATH_RE.exec(state.src)?.[0]
  if (!math) {
    return false
  }
  if (!silent) {
    state.pending += math
  }
  state.pos += math.length
  return true
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
 * Returns a slide's title as the audience reads it: without Markdown and without the attributes of spans.
 *
 * @param title - Heading as typed, without its number signs.
 */
export function toPlainTitle(title: string): string {
  return readText(TITLES.parseInline(title, {})).replace(/\s+/g, ' ').trim()
}

function createTitleEngine(): MarkdownExit {
  const md = createMarkdownExit({ html: true })
  md.inline.ruler.before('link', 'lectern_title_span', readSpan)
  md.inline.ruler.after('escape', 'lectern_title_math', keepMath)
  return md
}

function readText(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.children ? readText(token.children) : toText(token))).join('')
}

function toText({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') {
    return ' '
  }
  return ['text', 'code_inline', 'text_special'].includes(type) ? content : ''
}
