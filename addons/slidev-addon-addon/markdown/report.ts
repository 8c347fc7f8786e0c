import type { MarkdownExit, RuleInline, StateCore, Token } from 'markdown-exit'

import type { WarningPlace } from './messages.ts'
import { readSettings } from './settings.ts'
import type { AddonOptions } from './settings.ts'

/** Writes a warning once its place is known. */
export type WriteWarning = (place: WarningPlace) => string

/** A warning stored on the token it is about. */
class Warning {
  readonly position: number
  readonly write: WriteWarning

  constructor(position: number, write: WriteWarning) {
    this.position = position
    this.write = write
  }
}

/**
 * Adds an inline rule before all others, and the rule that reports the warnings of its tokens. Does
 * nothing if the engine has the rule already.
 *
 * @param rule - A named function; its name becomes the name of the rule.
 */
export function addRule(md: MarkdownExit, rule: RuleInline, options: AddonOptions): void {
  if (hasRule(md.inline.ruler, rule.name)) {
    return
  }
  md.inline.ruler.before('text', rule.name, rule)
  const report = createReport(options)
  if (!hasRule(md.core.ruler, report.name)) {
    md.core.ruler.push(report.name, report)
  }
}

/** Tells whether an engine has a rule, by its function's name: engines do not return rule names. */
export function hasRule(
  ruler: { getRules: (chain: string) => readonly { name: string }[] },
  name: string,
): boolean {
  return ruler.getRules('').some((rule) => rule.name === name)
}

/**
 * Stores a warning on a token; it is reported when the whole text is parsed.
 *
 * @param token - A token of inline Markdown.
 * @param position - Index in the block's text at which the token begins.
 */
export function addWarning(token: Token, position: number, write: WriteWarning): void {
  token.meta = { ...token.meta, addonWarning: new Warning(position, write) }
}

/** Number of line breaks in a text. */
export function countBreaks(text: string): number {
  return text.split('\n').length - 1
}

/**
 * Creates the rule that logs each warning once, with its line in the author's file, however often the
 * text is rendered. In strict mode it throws all warnings of a text as one error.
 */
function createReport(options: AddonOptions): (state: StateCore) => void {
  const { logger = console, locate = (line: number) => `line ${line + 1}` } = options
  const reported = new Set<string>()

  return function addon_report_warnings({ tokens, env }) {
    const { strict: isStrict } = readSettings(options.settings)
    const texts = new Set(
      Array.from(findWarnings(tokens), ([write, line]) =>
        write({ line: locate(line, env), isStrict }),
      ),
    )
    if (isStrict && texts.size > 0) {
      throw new Error([...texts].join('\n'))
    }
    for (const text of texts) {
      if (!reported.has(text)) {
        reported.add(text)
        logger.warn(text)
      }
    }
  }
}

/** Finds the warnings of a text, each with its 0-based line. */
function* findWarnings(tokens: readonly Token[]): Generator<[WriteWarning, number]> {
  let rowLine = 0
  for (const block of tokens) {
    rowLine = block.map?.[0] ?? rowLine
    let line = block.children ? findFirstLine(block, rowLine) : rowLine
    let position = 0
    for (const warning of findInlineWarnings(block)) {
      line += countBreaks(block.content.slice(position, warning.position))
      position = warning.position
      yield [warning.write, line]
    }
  }
}

/** Finds the warnings on a token's children, those in the `alt` of images included. */
function* findInlineWarnings({ children, content }: Token): Generator<Warning> {
  let position = 0
  for (const token of children ?? []) {
    const nested = token.children ? [...findInlineWarnings(token)] : []
    if (nested.length > 0) {
      const start = Math.max(content.indexOf(token.content, position), position)
      position = start + (nested.at(-1)?.position ?? 0)
      yield* nested.map((warning) => new Warning(start + warning.position, warning.write))
    }
    const warning: unknown = token.meta?.addonWarning
    if (warning instanceof Warning) {
      position = warning.position
      yield warning
    }
  }
}

/**
 * Finds the line at which a block's text begins. Counts from the block's end, because Slidev removes
 * the first line of an alert (`[!NOTE]`). A table cell has no lines of its own, so that its row's count.
 */
function findFirstLine({ map, content }: Token, rowLine: number): number {
  return map ? map[1] - 1 - countBreaks(content) : rowLine
}
