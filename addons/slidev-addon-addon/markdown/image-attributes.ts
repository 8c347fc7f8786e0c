import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, StateInline, Token } from 'markdown-exit'
import attrs from 'markdown-it-attrs'

import { refusedAttributes } from './messages.ts'
import type { AddonOptions } from './options.ts'
import { collectFaults, reportFault } from './report.ts'
import { hasRule } from './rules.ts'

/** Name of the rule, and of its function. */
const IMAGE_RULE = 'addon_image_attributes'

const OPENING_BRACE = 0x7b
// {width=70% .class #id title="a } b"}; code and math, which bind tighter, must not begin in them
const ATTRIBUTES_RE = /\{[^{}"\n`$]*(?:"[^"{\n`$]*"[^{}"\n`$]*)*\}/y
// key=value, .class or #id: braces without one of them are no attributes
const ATTRIBUTE_RE = /=|[{\s][.#]/
const LENGTH_RE = /^\d{1,5}(?:\.\d{1,3})?(?:px|%)?$/
const CLASS_RE = /^[\w:/[\]%.!-]+$/
const ID_RE = /^[A-Za-z][\w:-]*$/

/** What an image may carry besides classes, and which values. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  width: LENGTH_RE,
  height: LENGTH_RE,
  id: ID_RE,
}

/**
 * Gives images the attributes behind them: `![alt](/a.png){width=70% .class #id}`.
 *
 * markdown-it-attrs reads them, on an engine of its own that sees nothing but one image: it would
 * otherwise also take braces behind code, headings and lists, which belong to Slidev.
 *
 * @param md - markdown-exit (Slidev's engine) or markdown-it.
 * @param options - Where a refused attribute is reported to, and whether that is an error.
 */
export function imageAttributes(md: MarkdownExit, options: AddonOptions = {}): void {
  if (!hasRule(md.inline.ruler, IMAGE_RULE)) {
    md.inline.ruler.before('text', IMAGE_RULE, createImageRule(md))
    collectFaults(md, options)
  }
}

function createImageRule(md: MarkdownExit): RuleInline {
  const reader = createMarkdownExit().use(attrs)

  return function addon_image_attributes(state, silent) {
    // While a rule looks ahead for the end of a link, no image is there yet to take the attributes.
    if (silent || state.src.charCodeAt(state.pos) !== OPENING_BRACE) {
      return false
    }
    const image = findImageBefore(state)
    const typed = image && matchAttributes(state)
    if (!typed) {
      return false
    }
    // A code span takes attributes as an image does, and has none of its own.
    const [probe] = reader.parseInline(`\`x\`${typed}`, {})[0]?.children ?? []
    const { allowed, refused } = sortAttributes(probe?.attrs ?? [])
    if (refused.length > 0) {
      if (hasComark(md)) {
        return false
      }
      reportFault(image, state.pos, (place) =>
        refusedAttributes({ ...place, attributes: typed, refused }),
      )
    }
    setAttributes(image, allowed)
    state.pos += typed.length
    return true
  }
}

/** The image that ends where the state stands. */
function findImageBefore(state: StateInline): Token | undefined {
  const last = state.tokens.at(-1)
  const isBehindAttributes = state.src.charAt(state.pos - 1) === '}'
  return last?.type === 'image' && state.pending === '' && !isBehindAttributes ? last : undefined
}

function matchAttributes(state: StateInline): string | undefined {
  ATTRIBUTES_RE.lastIndex = state.pos
  const typed = ATTRIBUTES_RE.exec(state.src)?.[0]
  const isWhole = typed !== undefined && state.pos + typed.length <= state.posMax
  return isWhole && ATTRIBUTE_RE.test(typed) ? typed : undefined
}

/**
 * Whether the deck has Comark, whose attributes may be any. Slidev's `comark: true` sets it up; the
 * renderer of its attributes is what it can be told by.
 */
function hasComark({ renderer }: MarkdownExit): boolean {
  return 'mdc_inline_props' in renderer.rules
}

/** What an image may carry, and what it may not, as typed. */
function sortAttributes(found: readonly [string, string][]): {
  allowed: [string, string][]
  refused: string[]
} {
  const allowed: [string, string][] = []
  const refused: string[] = []
  for (const [name, value] of found) {
    if (name === 'class') {
      for (const each of value.split(' ')) {
        if (CLASS_RE.test(each)) {
          allowed.push([name, each])
        } else {
          refused.push(`.${each}`)
        }
      }
    } else if (Object.hasOwn(ALLOWED, name) && ALLOWED[name]?.test(value.trim())) {
      allowed.push([name, addUnit(name, value.trim())])
    } else {
      refused.push(value ? `${name}=${value}` : name)
    }
  }
  return { allowed, refused }
}

/** A height has its unit, by which styles/index.css knows it: Slidev's reset takes others for `auto`. */
function addUnit(name: string, value: string): string {
  return name === 'height' && /\d$/.test(value) ? `${value}px` : value
}

function setAttributes(image: Token, attributes: readonly [string, string][]): void {
  for (const [name, value] of attributes) {
    if (name === 'class') {
      image.attrJoin(name, value)
    } else {
      image.attrSet(name, value)
    }
  }
}
