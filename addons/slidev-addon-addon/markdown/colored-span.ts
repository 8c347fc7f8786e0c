import type { MarkdownExit, RuleInline, StateInline } from 'markdown-exit'

import { pairBrackets } from './bracket-pairs.ts'
import { resolveColor, suggestColor } from './color.ts'
import type { ColorTable } from './color.ts'
import { unknownColor } from './messages.ts'
import { addRule, addWarning, hasRule } from './report.ts'
import { readSettings } from './settings.ts'
import type { AddonOptions } from './settings.ts'

const OPENING_BRACKET = 0x5b
/** Occurs in every text that has a span. */
const CANDIDATE_RE = /\](?:\{|<color=)/

// A value is quoted, or ends at the next space outside parentheses: rgb(1 2 3).
// Code and math bind tighter than a span, so a value must not contain their first characters.
const TIGHT = '`$'
const DOUBLE = String.raw`"([^"<>{}\n${TIGHT}]+)"`
const SINGLE = String.raw`'([^'<>{}\n${TIGHT}]+)'`
const INNER = String.raw`[^<>{}()\n${TIGHT}]*`
const ARGUMENTS = String.raw`\(${INNER}(?:\(${INNER}\)${INNER})*\)`
const BARE = String.raw`((?!["'])[^\s<>{}()${TIGHT}]+(?:${ARGUMENTS}[^\s<>{}()${TIGHT}]*)*)`
const COLOR = `color=(?:${DOUBLE}|${SINGLE}|${BARE})`
const CLASS = String.raw`\.(-?[A-Za-z_!][\w:/[\]%.!-]*)`
const ID = String.raw`#([A-Za-z][\w:-]*)`

// <color=red>  <color="red">
const ANGLE_RE = new RegExp(`<${COLOR}>`, 'y')
// one of: color=red  .font-bold  #anchor
const ATTRIBUTE_RE = new RegExp(String.raw`\s*(?:${COLOR}|${CLASS}|${ID})(?=[\s}])`, 'y')
const BRACE_END_RE = /\s*\}/y

/** Attributes after a span's closing bracket. */
export interface SpanAttributes {
  /** The color as typed, without quotes. */
  color: string
  classes: string[]
  id?: string
  /** Index after the attributes. */
  end: number
}

/**
 * Renders `[text]{color=red}` and `[text]<color=red>` as a colored span.
 *
 * The rule runs before all others, so that no other plugin's bracket rule takes a span. It leaves
 * everything that is not exactly a span to them.
 *
 * @param md - markdown-exit (Slidev's engine) or markdown-it.
 */
export function coloredSpans(md: MarkdownExit, options: AddonOptions = {}): void {
  addRule(md, createSpanRule(options), options)
}

/** Tells whether an engine renders colored spans. */
export function hasColoredSpans(md: MarkdownExit): boolean {
  return hasRule(md.inline.ruler, 'addon_colored_span')
}

function createSpanRule(options: AddonOptions): RuleInline {
  // Pairs the brackets of each text once; a state lives as long as its text is parsed.
  const pairsByState = new WeakMap<StateInline, Map<number, number> | undefined>()

  return function addon_colored_span(state, silent) {
    if (state.src.charCodeAt(state.pos) !== OPENING_BRACKET) {
      return false
    }
    if (!pairsByState.has(state)) {
      pairsByState.set(state, undefined)
      pairsByState.set(state, isCandidate(state.src) ? pairBrackets(state) : undefined)
    }
    const closing = pairsByState.get(state)?.get(state.pos)
    const attributes = closing === undefined ? undefined : findAttributes(state, closing)
    if (closing === undefined || !attributes) {
      return false
    }
    if (silent) {
      // Skips the bracket alone, because a link around the span looks for its own end here. Skipping
      // more would look like a link inside a link.
      state.pos += 1
      return true
    }
    pushSpan(state, closing, attributes, readSettings(options.settings).colors)
    return true
  }
}

function isCandidate(source: string): boolean {
  return source.includes('color=') && CANDIDATE_RE.test(source)
}

/** Reads the attributes after a closing bracket, unless the brackets are a footnote's or empty. */
function findAttributes(state: StateInline, closing: number): SpanAttributes | undefined {
  const isFootnote = state.src.charAt(state.pos + 1) === '^'
  if (isFootnote || closing === state.pos + 1) {
    return undefined
  }
  const attributes = parseSpanAttributes(state.src, closing + 1)
  return attributes && attributes.end <= state.posMax ? attributes : undefined
}

/**
 * Reads `{color=red .font-bold #anchor}` or `<color=red>` at an index.
 *
 * @param source - Text that holds the attributes.
 * @param start - Index of the brace or angle bracket.
 * @returns `undefined` unless exactly one color, and with braces classes and at most one id, follow.
 */
export function parseSpanAttributes(source: string, start: number): SpanAttributes | undefined {
  if (source.startsWith('<color=', start)) {
    const match = matchAt(ANGLE_RE, source, start)
    const color = match?.[1] ?? match?.[2] ?? match?.[3]
    return match && color !== undefined
      ? { color: color.trim(), classes: [], end: start + match[0].length }
      : undefined
  }
  return source.startsWith('{', start) ? parseBraces(source, start) : undefined
}

function parseBraces(source: string, start: number): SpanAttributes | undefined {
  const classes: string[] = []
  let color: string | undefined
  let id: string | undefined
  let at = start + 1
  for (;;) {
    const match = matchAt(ATTRIBUTE_RE, source, at)
    if (!match) {
      break
    }
    const [whole, double, single, bare, className, idName] = match
    const value = double ?? single ?? bare
    const isRepeated =
      (value !== undefined && color !== undefined) || (idName !== undefined && id !== undefined)
    if (isRepeated) {
      return undefined
    }
    color ??= value
    id ??= idName
    if (className !== undefined) {
      classes.push(className)
    }
    at += whole.length
  }
  const end = matchAt(BRACE_END_RE, source, at)
  return end && color !== undefined
    ? { color: color.trim(), classes, id, end: at + end[0].length }
    : undefined
}

/** Matches a sticky pattern at an index. Sets `lastIndex` each time, so that no state is kept. */
function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

function pushSpan(
  state: StateInline,
  closing: number,
  { color: value, classes, id, end }: SpanAttributes,
  own: ColorTable,
): void {
  const color = resolveColor(value, own)
  const open = state.push('colored_span_open', 'span', 1)
  if (color) {
    // styles/index.css chooses between the two by the background of the span.
    open.attrJoin('class', 'colored-span')
    open.attrSet('style', `--span-light:${color.light};--span-dark:${color.dark}`)
  } else {
    const span = state.src.slice(state.pos, end)
    addWarning(open, state.pos, (place) =>
      unknownColor({ ...place, value, span, suggestion: suggestColor(value, own) }),
    )
  }
  for (const name of classes) {
    open.attrJoin('class', name)
  }
  if (id) {
    open.attrSet('id', id)
  }
  tokenizeText(state, closing)
  const close = state.push('colored_span_close', 'span', -1)
  // A span without attributes is not rendered; its text is.
  open.hidden = open.attrs === null
  close.hidden = open.hidden
  state.pos = end
}

/** Parses the text between the brackets; the state stands on the opening one. */
function tokenizeText(state: StateInline, closing: number): void {
  const { src, posMax, backticks, backticksScanned, cache } = state
  // Some rules look beyond posMax (code, bare links, math), so the text itself ends at the bracket.
  // Caches of the whole text do not apply to this part of it, nor those of the part to the whole.
  Object.assign(state, { src: src.slice(0, closing), posMax: closing })
  Object.assign(state, { backticks: {}, backticksScanned: false, cache: {} })
  state.pos += 1
  state.md.inline.tokenize(state)
  Object.assign(state, { src, posMax, backticks, backticksScanned, cache })
}
