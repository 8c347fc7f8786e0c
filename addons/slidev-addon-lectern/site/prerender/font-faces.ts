import { parse } from 'postcss'
import type { AtRule } from 'postcss'

/** A font file that a style sheet declares. */
export interface FontFace {
  family: string
  /** Least and greatest weight; the same unless the font is variable. */
  weights: readonly [number, number]
  style: string
  /** First and last code point of each range; empty for all characters. */
  ranges: readonly (readonly [number, number])[]
  /** Address as the style sheet names it. */
  url: string
}

/** Lists the WOFF2 fonts that a style sheet declares. */
export function readFontFaces(css: string): FontFace[] {
  const faces: FontFace[] = []
  parse(css).walkAtRules('font-face', (rule) => {
    const url = /url\(\s*["']?([^"')]+\.woff2[^"')]*)["']?\s*\)/.exec(read(rule, 'src'))?.[1]
    if (url !== undefined) {
      const [least = 400, greatest = least] = read(rule, 'font-weight')
        .replace('normal', '400')
        .replace('bold', '700')
        .split(/\s+/)
        .filter(Boolean)
        .map(Number)
      faces.push({
        family: unquote(read(rule, 'font-family')),
        weights: [least, greatest],
        style: read(rule, 'font-style') || 'normal',
        ranges: parseRanges(read(rule, 'unicode-range')),
        url,
      })
    }
  })
  return faces
}

function read(rule: AtRule, property: string): string {
  let value = ''
  rule.walkDecls(property, (declaration) => {
    value = declaration.value
  })
  return value.trim()
}

/** Removes the quotation marks from the name of a family. */
export function unquote(family: string): string {
  return family.trim().replace(/^(["'])(.*)\1$/, '$2')
}

// U+26, U+0-FF, U+4??
function parseRanges(value: string): (readonly [number, number])[] {
  return value
    .split(',')
    .map((part) => part.trim().replace(/^u\+/i, ''))
    .filter(Boolean)
    .map((part) => {
      const [first = '', last = first] = part.split('-')
      return [
        Number.parseInt(first.replaceAll('?', '0'), 16),
        Number.parseInt(last.replaceAll('?', 'F'), 16),
      ] as const
    })
}

/** Whether a font file is declared for a character. */
export function covers({ ranges }: FontFace, codePoint: number): boolean {
  return (
    ranges.length === 0 || ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
  )
}
