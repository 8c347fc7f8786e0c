import type { MarkdownExit, RuleInline, StateInline, Token } from 'markdown-exit'

import { pairBrackets } from './bracket-pairs.ts'
import { resolveColour, suggestColour } from './colour.ts'
import type { ColourTable } from './colour.ts'
import { unknownColour } from './messages.ts'
import type { AddonOptions } from './options.ts'
import type { ColourPair } from './palette.ts'
import { collectFaults, reportFault } from './report.ts'
import { hasRule } from './rules.ts'
import { readSettings } from './settings.ts'
import { parseSpanAttributes } from './span-attributes.ts'
import type { SpanAttributes } from './span-attributes.ts'

/** Name of the rule, and of its function. */
const SPAN_RULE = 'addon_coloured_span'

const OPENING_BRACKET = 0x5b
/** Rejects a text without any span at once. */
const CANDIDATE_RE = /\](?:\{|<color=)/

/**
 * Renders `[text]{color=red}` and `[text]<color=red>` as a coloured span.
 *
 * The rule runs before all others, so that no other plugin's bracket rule takes a span; whatever is
 * not exactly a span is left to them.
 *
 * @param md - markdown-exit (Slidev's engine) or markdown-it.
 * @param options - The author's settings, and where a colour that is not understood is reported to.
 */
export function colouredSpans(md: MarkdownExit, options: AddonOptions = {}): void {
  if (!hasColouredSpans(md)) {
    md.inline.ruler.before('text', SPAN_RULE, createSpanRule(options))
    collectFaults(md, options)
  }
}

/** Whether an engine has the rule already. */
export function hasColouredSpans(md: MarkdownExit): boolean {
  return hasRule(md.inline.ruler, SPAN_RULE)
}

function createSpanRule(options: AddonOptions): RuleInline {
  // Brackets are paired once for each text; a state lives as long as its text is parsed.
  const pairsByState = new WeakMap<StateInline, Map<number, number> | undefined>()

  return function addon_coloured_span(state, silent) {
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
      // Step over the bracket alone: a link around the span looks for its own end here, and takes
      // anything longer for a link inside a link.
      state.pos += 1
      return true
    }
    pushSpan(state, closing, attributes, readSettings(options.settings).colours)
    return true
  }
}

function isCandidate(source: string): boolean {
  return source.includes('color=') && CANDIDATE_RE.test(source)
}

/** The attributes behind a closing bracket, unless the brackets are a footnote or out of reach. */
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
  own: ColourTable,
): void {
  const { pos: start, src } = state
  const { colour: value } = attributes
  const colour = resolveColour(value, own)
  const open = state.push('coloured_span_open', 'span', 1)
  if (colour) {
    paint(open, colour)
  } else {
    const span = src.slice(start, attributes.end)
    reportFault(open, start, (place) =>
      unknownColour({ ...place, value, span, suggestion: suggestColour(value, own) }),
    )
  }
  for (const name of attributes.classes) {
    open.attrJoin('class', name)
  }
  if (attributes.id) {
    open.attrSet('id', attributes.id)
  }
  tokenizeText(state, closing)
  const close = state.push('coloured_span_close', 'span', -1)
  // Nothing to say about the text: no empty element either.
  open.hidden = open.attrs === null
  close.hidden = open.hidden
  state.pos = attributes.end
}

/** Parses the text between the brackets, of which the state stands on the opening one. */
function tokenizeText(state: StateInline, closing: number): void {
  const { src, posMax, backticks, backticksScanned, cache } = state
  // Some rules look beyond posMax (code, bare links, math): the text really ends at the bracket. What
  // has been learnt of the whole text is not true of this part, nor the other way round.
  Object.assign(state, { src: src.slice(0, closing), posMax: closing })
  Object.assign(state, { backticks: {}, backticksScanned: false, cache: {} })
  state.pos += 1
  state.md.inline.tokenize(state)
  Object.assign(state, { src, posMax, backticks, backticksScanned, cache })
}

/** Both colours go along; styles/index.css takes the one for the ground the span stands on. */
function paint(open: Token, colour: ColourPair): void {
  open.attrJoin('class', 'coloured-span')
  open.attrSet('style', `--span-light:${colour.light};--span-dark:${colour.dark}`)
}
