/** A piece of a line of code; `plain` holds names, operators and spaces. */
export interface CodeToken {
  kind: 'comment' | 'keyword' | 'number' | 'plain'
  text: string
}

const TOKEN_RE =
  /(?<comment>\/\/.*)|\b(?<keyword>for|if|int|new|return)\b|\b(?<number>\d+)\b|\w+|[^\w/]+|\//g

/**
 * Splits a line of Java into pieces, which joined give the line again. Knows only the syntax of our listings:
 * line comments, whole numbers and five keywords; no strings, no block comments.
 */
export function splitJavaLine(line: string): CodeToken[] {
  const tokens: CodeToken[] = []
  for (const { 0: text, groups } of line.matchAll(TOKEN_RE)) {
    const kind = KINDS.find((name) => groups?.[name] !== undefined) ?? 'plain'
    const last = tokens.at(-1)
    if (last?.kind === 'plain' && kind === 'plain') {
      last.text += text
    } else {
      tokens.push({ kind, text })
    }
  }
  return tokens
}

const KINDS = ['comment', 'keyword', 'number'] as const
