/** A part of a text: on the line, raised or lowered. */
export interface TextPart {
  tag: 'span' | 'sup' | 'sub'
  text: string
}

/** Marks of raised and lowered text, as in TeX. */
const TAGS: Readonly<Record<string, TextPart['tag']>> = { '^': 'sup', _: 'sub' }

/** Splits a text such as `8 × 10^{−5}` or `y_{1}` into parts on the line, raised and lowered. */
export function splitScripts(text: string): TextPart[] {
  return Array.from(text.matchAll(/([\^_])\{([^}]*)\}|(?:(?![\^_]\{).)+/gs), (match) => {
    const [whole, mark = '', script = ''] = match
    const tag = TAGS[mark]
    return tag ? { tag, text: script } : { tag: 'span', text: whole }
  })
}

/** Returns a number in scientific notation with a raised exponent: `8 × 10^{−5}`. */
export function toPower(mantissa: string, exponent: number): string {
  return `${mantissa} × 10^{${String(exponent).replace('-', '−')}}`
}

/** Writes a text with raised and lowered parts in one line of plain characters: `8 × 10^−5`. */
export function toPlainText(text: string): string {
  return text.replace(/([\^_])\{([^}]*)\}/g, '$1$2')
}
