import type { StateInline, Token } from 'markdown-exit'

import { resolveColor, suggestColor } from './color.ts'
import { unknownColor } from './messages.ts'
import { addWarning } from './report.ts'
import { readSettings } from './settings.ts'
import type { AddonOptions } from './settings.ts'

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

/** Token that gets a color. */
interface ColorTarget {
  target: Token
  /** Token that a warning is stored on. Warnings are read in the order of the tokens. */
  warned: Token
  /** Index of what a warning quotes. */
  start: number
}

/** Sets color, classes and id of a token, and warns of a color that is not understood. */
export function setColor(
  state: StateInline,
  { target, warned, start }: ColorTarget,
  { color: value, classes, id, end }: SpanAttributes,
  options: AddonOptions,
): void {
  const own = readSettings(options.settings).colors
  const color = resolveColor(value, own)
  if (color) {
    // styles/index.css chooses between the two by the background of the text.
    target.attrJoin('class', 'colored-span')
    target.attrSet('style', `--span-light:${color.light};--span-dark:${color.dark}`)
  } else {
    const span = state.src.slice(start, end)
    addWarning(warned, start, (place) =>
      unknownColor({ ...place, value, span, suggestion: suggestColor(value, own) }),
    )
  }
  for (const name of classes) {
    target.attrJoin('class', name)
  }
  if (id) {
    target.attrSet('id', id)
  }
}
