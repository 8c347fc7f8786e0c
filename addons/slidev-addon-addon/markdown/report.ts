import type { MarkdownExit, StateCore, Token } from 'markdown-exit'

/** Where a fault is reported to; all optional, for use outside Slidev. */
export interface ReportOptions {
  /** @default console */
  logger?: Pick<Console, 'warn'>
  /**
   * Where a line of the parsed text stands in the author's file, as `slides.md:42`.
   *
   * @param line - 0-based line of the parsed text.
   * @param env - The environment the text was rendered with.
   * @default `line 43` for line 42
   */
  locate?: (line: number, env: unknown) => string
}

/** Writes a fault's message once its place is known. */
export type FaultMessage = (line: string) => string

const RULE = 'addon_report_faults'

/** Marks a token as faulty; the message is written when the whole text is parsed. */
export function reportFault(token: Token, message: FaultMessage): void {
  token.meta = { ...token.meta, addonFault: message }
}

/** Warns of each fault once, with its line in the author's file, however often it is rendered. */
export function collectFaults(md: MarkdownExit, options: ReportOptions): void {
  if (md.core.ruler.getRules('').some((rule) => rule.name === RULE)) {
    return
  }
  const { logger = console, locate = (line: number) => `line ${line + 1}` } = options
  const told = new Set<string>()
  md.core.ruler.push(RULE, function addon_report_faults(state: StateCore): void {
    for (const [message, line] of findFaults(state.tokens)) {
      const text = message(locate(line, state.env))
      if (!told.has(text)) {
        told.add(text)
        logger.warn(text)
      }
    }
  })
}

/** Faults of a text with their 0-based line: the block's first line and the breaks before the token. */
function* findFaults(tokens: readonly Token[]): Generator<[FaultMessage, number]> {
  let blockLine = 0
  for (const block of tokens) {
    blockLine = block.map?.[0] ?? blockLine
    let line = blockLine
    for (const token of block.children ?? []) {
      const message: unknown = token.meta?.addonFault
      if (isFaultMessage(message)) {
        yield [message, line]
      }
      line += token.type === 'softbreak' || token.type === 'hardbreak' ? 1 : 0
    }
  }
}

function isFaultMessage(value: unknown): value is FaultMessage {
  return typeof value === 'function'
}
