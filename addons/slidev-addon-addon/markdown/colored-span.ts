import type { MarkdownExit, RuleInline, StateInline } from 'markdown-exit'

import { pairBrackets } from './bracket-pairs.ts'
import { createLinkRule } from './colored-link.ts'
import { addRule, hasRule } from './report.ts'
import type { AddonOptions } from './settings.ts'
import { parseSpanAttributes, setColor } from './span-attributes.ts'
import type { SpanAttributes } from './span-attributes.ts'

const OPENING_BRACKET = 0x5b
/** Occurs in every text that has a span. */
const CANDIDATE_RE = /\](?:\{|<color=)/

/**
 * Renders `[text]{color=red}` and `[text]<color=red>` as a colored span, and `[text](/url){color=red}` as a colored
 * link.
 *
 * The rules run before all others, so that no other plugin's bracket rule takes a span. They leave
 * everything else to them.
 *
 * @param md - markdown-exit (Slidev's engine) or markdown-it.
 */
export function coloredSpans(md: MarkdownExit, options: AddonOptions = {}): void {
  addRule(md, createSpanRule(options), options)
  addRule(md, createLinkRule(options), options)
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
    pushSpan(state, closing, attributes, options)
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

function pushSpan(
  state: StateInline,
  closing: number,
  attributes: SpanAttributes,
  options: AddonOptions,
): void {
  const open = state.push('colored_span_open', 'span', 1)
  setColor(state, { target: open, warned: open, start: state.pos }, attributes, options)
  tokenizeText(state, closing)
  const close = state.push('colored_span_close', 'span', -1)
  // A span without attributes is not rendered; its text is.
  open.hidden = open.attrs === null
  close.hidden = open.hidden
  state.pos = attributes.end
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
