/** What stands behind a span's closing bracket. */
export interface SpanAttributes {
  /** The colour as typed, without quotes. */
  colour: string
  classes: string[]
  id?: string
  /** Index of the first character behind the attributes. */
  end: number
}

// A value is quoted, or runs to the next space; spaces inside parentheses belong to it: rgb(1 2 3).
// Code and math bind tighter than a span, so that nothing of theirs may begin in a value.
const TIGHT = '`$'
const DOUBLE = String.raw`"([^"<>{}\n${TIGHT}]+)"`
const SINGLE = String.raw`'([^'<>{}\n${TIGHT}]+)'`
const INNER = String.raw`[^<>{}()\n${TIGHT}]*`
const ARGUMENTS = String.raw`\(${INNER}(?:\(${INNER}\)${INNER})*\)`
const BARE = String.raw`((?!["'])[^\s<>{}()${TIGHT}]+(?:${ARGUMENTS}[^\s<>{}()${TIGHT}]*)*)`
const VALUE = `(?:${DOUBLE}|${SINGLE}|${BARE})`
const COLOUR = `color=${VALUE}`
const CLASS = String.raw`\.(-?[A-Za-z_!][\w:/[\]%.!-]*)`
const ID = String.raw`#([A-Za-z][\w:-]*)`

// <color=red>  <color="red">
const ANGLE_RE = new RegExp(`<${COLOUR}>`, 'y')
// one of: color=red  .font-bold  #anchor
const ATTRIBUTE_RE = new RegExp(String.raw`\s*(?:${COLOUR}|${CLASS}|${ID})(?=[\s}])`, 'y')
const BRACE_END_RE = /\s*\}/y

/**
 * Reads `{color=red .font-bold #anchor}` or `<color=red>` at an index.
 *
 * @param source - Text that holds the attributes.
 * @param start - Index of the brace or angle bracket.
 * @returns `undefined` where anything but exactly one colour, classes and one id stands there.
 */
export function parseSpanAttributes(source: string, start: number): SpanAttributes | undefined {
  if (source.startsWith('<color=', start)) {
    return parseAngle(source, start)
  }
  return source.startsWith('{', start) ? parseBrace(source, start) : undefined
}

function parseAngle(source: string, start: number): SpanAttributes | undefined {
  const match = matchAt(ANGLE_RE, source, start)
  const colour = match?.[1] ?? match?.[2] ?? match?.[3]
  return match && colour !== undefined
    ? { colour: colour.trim(), classes: [], end: start + match[0].length }
    : undefined
}

function parseBrace(source: string, start: number): SpanAttributes | undefined {
  const classes: string[] = []
  let colour: string | undefined
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
      (value !== undefined && colour !== undefined) || (idName !== undefined && id !== undefined)
    if (isRepeated) {
      return undefined
    }
    colour ??= value
    id ??= idName
    if (className !== undefined) {
      classes.push(className)
    }
    at += whole.length
  }
  const end = matchAt(BRACE_END_RE, source, at)
  return end && colour !== undefined
    ? { colour: colour.trim(), classes, id, end: at + end[0].length }
    : undefined
}

/** A sticky match at an index; sets `lastIndex` each time, so that no state is kept. */
function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}
