/** Functions that mark parts of a report. */
export interface Marks {
  bold: (text: string) => string
  faint: (text: string) => string
  bad: (text: string) => string
  weak: (text: string) => string
  good: (text: string) => string
}

/** Marks for logs: none. */
export const PLAIN: Marks = { bold: String, faint: String, bad: String, weak: String, good: String }

/** Marks for terminals with colors. */
export const COLORED: Marks = {
  bold: (text) => `\u001b[1m${text}\u001b[0m`,
  faint: (text) => `\u001b[2m${text}\u001b[0m`,
  bad: (text) => `\u001b[31m${text}\u001b[0m`,
  weak: (text) => `\u001b[33m${text}\u001b[0m`,
  good: (text) => `\u001b[32m${text}\u001b[0m`,
}

/**
 * Breaks a text into lines between words, the second and later ones indented by further 2 characters.
 *
 * @param width - Number of characters in a line; `undefined` for one line.
 */
export function wrap(text: string, indent: number, width: number | undefined): string[] {
  const lines = [' '.repeat(indent)]
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    const isEmpty = line.trim() === ''
    if (!isEmpty && width !== undefined && line.length + 1 + word.length > width) {
      lines.push(`${' '.repeat(indent + 2)}${word}`)
    } else {
      lines[lines.length - 1] = isEmpty ? `${line}${word}` : `${line} ${word}`
    }
  }
  return lines
}

/** Cuts a text that is longer than a line, between its characters. */
export function clip(text: string, width: number): string {
  const kept = text.slice(0, width - 2).replace(/[\uD800-\uDBFF]$/, '')
  return text.length > width ? `${kept.trimEnd()} …` : text
}

/** Matches a quotation that can be shortened. */
const QUOTE_RE = /"([^"]{16,})"/g

/** Number of characters that a shortened quotation keeps at least. */
const LEAST_QUOTED = 14

/** Shortens a text that is longer than a line: its quotations first, because its end says what is wrong. */
export function shorten(text: string, width: number): string {
  let excess = text.length - width
  const short = text.replaceAll(QUOTE_RE, (whole, quoted: string) => {
    if (excess <= 0) {
      return whole
    }
    const kept = Math.max(LEAST_QUOTED, quoted.length - excess)
    const cut = clip(quoted.replace(/ …$/, ''), kept)
    excess -= quoted.length - cut.length
    return `"${cut}"`
  })
  return clip(short, width)
}

/** Writes numbers as ranges: `2-6, 8`. */
export function formatNumbers(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range?.last === number - 1) {
      range.last = number
    } else {
      ranges.push({ first: number, last: number })
    }
  }
  return ranges
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
    .join(', ')
}
