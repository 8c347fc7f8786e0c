import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, Token } from 'markdown-exit'

import { coloredSpans } from './colored-span.ts'
import { imageAttributes } from './image-attributes.ts'

const HEADING_RE = /^#+ (.*)$/m
const FENCE_RE = /^```[\s\S]+?^```/gm
const MATH_RE = /\$[^$\n]+\$/y
const ALL_MATH_RE = new RegExp(MATH_RE.source, 'g')

/** Keeps a math expression as typed, because the table of contents renders it. */
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

/** The engine for all titles, created for the first one: each save parses every title of the deck. */
let titleEngine: MarkdownExit | undefined

/**
 * Returns a slide's title as plain text: the words of a heading without Markdown and spans.
 *
 * @param title - The heading as typed, without its number signs.
 */
export function toPlainTitle(title: string): string {
  titleEngine ??= createTitleEngine()
  return readText(titleEngine.parseInline(title, {})).replace(/\s+/g, ' ').trim()
}

function createTitleEngine(): MarkdownExit {
  const md = createMarkdownExit({ html: true })
  // Reports no warning: the slide itself does, with its line.
  const options = { logger: { warn: () => {} } }
  coloredSpans(md, options)
  imageAttributes(md, options)
  md.inline.ruler.after('escape', 'addon_title_math', keepMath)
  return md
}

/**
 * Finds the first heading of a slide as Slidev does.
 *
 * @param content - The slide's Markdown.
 * @returns The heading as typed; `undefined` if the slide has none.
 */
export function findHeading(content: string): string | undefined {
  return HEADING_RE.exec(content.replace(FENCE_RE, ''))?.[1]?.trim()
}

/** Returns Markdown that renders as this plain text, except math; Vue finds no expression in it. */
export function escapeTitle(title: string): string {
  let escaped = ''
  let at = 0
  for (const { 0: math, index } of title.matchAll(ALL_MATH_RE)) {
    escaped += escapeText(title.slice(at, index)) + math
    at = index + math.length
  }
  return escaped + escapeText(title.slice(at))
}

/** Escapes every character that Markdown or Vue may interpret, except a dollar sign, which is no math alone. */
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
