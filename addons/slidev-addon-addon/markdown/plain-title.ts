import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, Token } from 'markdown-exit'

import { colouredSpans } from './coloured-span.ts'

const HEADING_RE = /^#+ (.*)$/m
const FENCE_RE = /^```[\s\S]+?^```/gm
const MATH_RE = /\$[^$\n]+\$/y
const ALL_MATH_RE = new RegExp(MATH_RE.source, 'g')

/** A math expression stays as typed: the table of contents renders it. */
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

/** One engine for all titles: each save parses every title of the deck. */
const TITLES = createTitleEngine()

/**
 * A slide's title as plain text: the words of a heading without Markdown and without spans.
 *
 * @param title - The heading as typed, without its number signs.
 */
export function toPlainTitle(title: string): string {
  return readText(TITLES.parseInline(title, {})).replace(/\s+/g, ' ').trim()
}

function createTitleEngine(): MarkdownExit {
  const md = createMarkdownExit({ html: true })
  // A title names no line: the slide itself reports its faults.
  colouredSpans(md, { logger: { warn: () => {} } })
  md.inline.ruler.after('escape', 'addon_title_math', keepMath)
  return md
}

/**
 * The first heading of a slide, as Slidev finds it.
 *
 * @param content - The slide's Markdown.
 * @returns The heading as typed; `undefined` if the slide has none.
 */
export function findHeading(content: string): string | undefined {
  return HEADING_RE.exec(content.replace(FENCE_RE, ''))?.[1]?.trim()
}

/** Markdown that renders as this plain text, math aside; Vue finds no expression in it. */
export function escapeTitle(title: string): string {
  let escaped = ''
  let at = 0
  for (const { 0: math, index } of title.matchAll(ALL_MATH_RE)) {
    escaped += escapeText(title.slice(at, index)) + math
    at = index + math.length
  }
  return escaped + escapeText(title.slice(at))
}

/** Escapes all that Markdown or Vue may take for its own; a dollar sign alone is no math. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[!-#%-/:-@[-`{-~]/g, String.raw`\$&`)
    .replaceAll(/\{(?=\\\{)/g, '{<!-- -->')
}

function readText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.children) {
        return readText(token.children)
      }
      return token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special'
        ? token.content
        : token.type === 'softbreak' || token.type === 'hardbreak'
          ? ' '
          : ''
    })
    .join('')
}
