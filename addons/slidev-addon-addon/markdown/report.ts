import type { MarkdownExit, StateCore, Token } from 'markdown-exit'

import type { FaultPlace } from './messages.ts'
import type { AddonOptions } from './options.ts'
import { hasRule } from './rules.ts'
import { readSettings } from './settings.ts'
import { countBreaks } from './source-line.ts'

/** Writes a fault's message once its place is known. */
export type FaultMessage = (place: FaultPlace) => string

const RULE = 'addon_report_faults'

/** What a faulty token keeps of its fault. */
class Fault {
  readonly position: number
  readonly message: FaultMessage

  constructor(position: number, message: FaultMessage) {
    this.position = position
    this.message = message
  }
}

/**
 * Marks a token as faulty; the message is written when the whole text is parsed.
 *
 * @param token - A token of inline Markdown.
 * @param position - Where it begins in its block's text.
 * @param message - Writes the message.
 */
export function reportFault(token: Token, position: number, message: FaultMessage): void {
  token.meta = { ...token.meta, addonFault: new Fault(position, message) }
}

/**
 * Warns of each fault once, with its line in the author's file, however often it is rendered; in strict
 * mode throws all faults of a text at once.
 */
export function collectFaults(md: MarkdownExit, options: AddonOptions): void {
  if (hasRule(md.core.ruler, RULE)) {
    return
  }
  const { logger = console, locate = (line: number) => `line ${line + 1}` } = options
  const told = new Set<string>()
  md.core.ruler.push(RULE, function addon_report_faults({ tokens, env }: StateCore): void {
    const { strict: isStrict } = readSettings(options.settings)
    const texts = new Set(
      Array.from(findFaults(tokens), ([message, line]) =>
        message({ line: locate(line, env), isStrict }),
      ),
    )
    if (isStrict && texts.size > 0) {
      throw new Error([...texts].join('\n'))
    }
    for (const text of texts) {
      if (!told.has(text)) {
        told.add(text)
        logger.warn(text)
      }
    }
  })
}

/** Faults of a text with their 0-based line. */
function* findFaults(tokens: readonly Token[]): Generator<[FaultMessage, number]> {
  let rowLine = 0
  for (const block of tokens) {
    rowLine = block.map?.[0] ?? rowLine
    let line = block.children ? findFirstLine(block, rowLine) : rowLine
    let position = 0
    for (const fault of findInlineFaults(block)) {
      line += countBreaks(block.content.slice(position, fault.position))
      position = fault.position
      yield [fault.message, line]
    }
  }
}

/** Faults among a token's children, at their positions in its text; an image's `alt` has some too. */
function* findInlineFaults({ children, content }: Token): Generator<Fault> {
  let position = 0
  for (const token of children ?? []) {
    const nested = token.children ? [...findInlineFaults(token)] : []
    if (nested.length > 0) {
      const start = Math.max(content.indexOf(token.content, position), position)
      position = start + (nested.at(-1)?.position ?? 0)
      yield* nested.map((fault) => new Fault(start + fault.position, fault.message))
    }
    const fault: unknown = token.meta?.addonFault
    if (fault instanceof Fault) {
      position = fault.position
      yield fault
    }
  }
}

/**
 * Line of a block's first line of text. It is counted from the end, because Slidev removes the first
 * line of an alert (`[!NOTE]`); a table's cells have no lines of their own, but their row has.
 */
function findFirstLine({ map, content }: Token, rowLine: number): number {
  return map ? map[1] - 1 - countBreaks(content) : rowLine
}
