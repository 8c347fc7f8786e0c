import { createMarkdownExit } from 'markdown-exit'
import type { MarkdownExit, RuleInline, StateInline, Token } from 'markdown-exit'
import attrs from 'markdown-it-attrs'

import { refusedAttributes } from './messages.ts'
import { addRule, addWarning } from './report.ts'
import type { AddonOptions } from './settings.ts'

const OPENING_BRACE = 0x7b
// {width=70% .class #id title="a } b"}; no code or math, which bind tighter, begins inside
const ATTRIBUTES_RE = /\{[^{}"\n`$]*(?:"[^"{\n`$]*"[^{}"\n`$]*)*\}/y
// key=value, .class, #id or steps: braces without any of them hold no attributes
const ATTRIBUTE_RE = /=|[{\s][.#]|[{\s]steps[\s}]/
const LENGTH_RE = /^\d{1,5}(?:\.\d{1,3})?(?:px|%)?$/
const CLASS_RE = /^[\w:/[\]%.!-]+$/
const ID_RE = /^[A-Za-z][\w:-]*$/

/** Attributes of an image, besides classes, with the values they may have. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  width: LENGTH_RE,
  height: LENGTH_RE,
  id: ID_RE,
  // For an addon that draws the image, such as slidev-addon-lectern: its parts come one per click.
  steps: /^$/,
}

/**
 * Gives an image the attributes typed after it: `![alt](/a.png){width=70% .class #id}`.
 *
 * Reads them with markdown-it-attrs on a separate engine that sees nothing but one image. On the
 * deck's engine it would also take braces after code, headings and lists, which belong to Slidev.
 *
 * @param md - markdown-exit (Slidev's engine) or markdown-it.
 */
export function imageAttributes(md: MarkdownExit, options: AddonOptions = {}): void {
  addRule(md, createImageRule(md), options)
}

function createImageRule(md: MarkdownExit): RuleInline {
  const reader = createMarkdownExit().use(attrs)

  return function addon_image_attributes(state, silent) {
    // While a rule looks ahead for the end of a link, there is no image token yet.
    if (silent || state.src.charCodeAt(state.pos) !== OPENING_BRACE) {
      return false
    }
    const image = findImageBefore(state)
    const typed = image && matchAttributes(state)
    if (!typed) {
      return false
    }
    // Reads the attributes on a code span, which takes them as an image does and has none itself.
    const [probe] = reader.parseInline(`\`x\`${typed}`, {})[0]?.children ?? []
    const { allowed, refused } = sortAttributes(probe?.attrs ?? [])
    if (refused.length > 0) {
      if (hasComark(md)) {
        return false
      }
      addWarning(image, state.pos, (place) =>
        refusedAttributes({ ...place, attributes: typed, refused }),
      )
    }
    setAttributes(image, allowed)
    state.pos += typed.length
    return true
  }
}

/** Finds the image that ends at the state's position. */
function findImageBefore(state: StateInline): Token | undefined {
  const last = state.tokens.at(-1)
  const isAfterAttributes = state.src.charAt(state.pos - 1) === '}'
  return last?.type === 'image' && state.pending === '' && !isAfterAttributes ? last : undefined
}

function matchAttributes(state: StateInline): string | undefined {
  ATTRIBUTES_RE.lastIndex = state.pos
  const typed = ATTRIBUTES_RE.exec(state.src)?.[0]
  const isWhole = typed !== undefined && state.pos + typed.length <= state.posMax
  return isWhole && ATTRIBUTE_RE.test(typed) ? typed : undefined
}

/** Tells whether the deck uses Comark (`comark: true`), which allows any attribute, by its renderer. */
function hasComark({ renderer }: MarkdownExit): boolean {
  return 'mdc_inline_props' in renderer.rules
}

/** Separates the attributes that an image may have from the others, which are returned as typed. */
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

/** Adds a missing unit to a height: styles/index.css needs it to override Slidev's `height: auto`. */
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
