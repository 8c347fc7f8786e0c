import { parseSync, Visitor } from 'vite'

import { escapePattern } from '../../deck/escape-pattern.ts'

/** Object of the page that has the content of each file, see `site/single/compose-file.ts`. */
const FILES = 'lecternFiles'

/** Characters that a path continues with. */
const REST_RE = String.raw`(?![\w.%-])(?:\?[\w.=&%-]*)?`

/** Part of a script to be replaced. */
interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Replaces the addresses of files in the strings of a script: `"/base/sea.png"` becomes `(""+lecternFiles["sea.png"]+"")`.
 * Strings that an address is only a part of, such as HTML, are split.
 *
 * @param code - Module as it is written, minified.
 * @param base - Path that all addresses begin with.
 * @param files - Paths of the files after it.
 */
export function nameFiles(code: string, base: string, files: Iterable<string>): string {
  const known = new Map<string, string>()
  for (const file of files) {
    known.set(file, file).set(encodeURI(file), file)
  }
  if (known.size === 0 || !code.includes(base)) {
    return code
  }
  // The longest first, because a path may begin with another one.
  const paths = [...known.keys()].toSorted((a, b) => b.length - a.length).map(escapePattern)
  const addresses = new RegExp(`${escapePattern(base)}(${paths.join('|')})${REST_RE}`, 'g')
  const split = (text: string, open: string, close: string): string =>
    text.replace(addresses, (_, path: string) => {
      return `${open}${FILES}[${JSON.stringify(known.get(path))}]${close}`
    })
  const edits: Edit[] = []
  const fixed = new Set<number>()
  const keep = (node: { start: number } | null): void => {
    fixed.add(node?.start ?? -1)
  }
  new Visitor({
    // These can be nothing but strings.
    ImportDeclaration: ({ source }) => keep(source),
    ExportAllDeclaration: ({ source }) => keep(source),
    ExportNamedDeclaration: ({ source }) => keep(source),
    Property: ({ key, computed }) => (computed ? undefined : keep(key)),
    TaggedTemplateExpression: ({ quasi }) => quasi.quasis.forEach(keep),
    ExpressionStatement: ({ expression }) =>
      expression.type === 'Literal' ? keep(expression) : undefined,
    Literal: ({ start, end, value, raw }) => {
      if (typeof value !== 'string' || raw === null || fixed.has(start)) {
        return
      }
      const quote = raw.slice(0, 1)
      const text = split(raw, `${quote}+`, `+${quote}`)
      if (text !== raw) {
        edits.push({ start, end, text: `(${text})` })
      }
    },
    TemplateElement: ({ start, end }) => {
      const raw = code.slice(start, end)
      const text = fixed.has(start) ? raw : split(raw, '${', '}')
      if (text !== raw) {
        edits.push({ start, end, text })
      }
    },
  }).visit(parseSync('chunk.js', code).program)
  return apply(code, edits)
}

function apply(code: string, edits: readonly Edit[]): string {
  let at = 0
  let written = ''
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    written += code.slice(at, start) + text
    at = end
  }
  return written + code.slice(at)
}
