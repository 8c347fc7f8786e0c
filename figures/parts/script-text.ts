/** A stretch of a text: on the line, raised or lowered. */
export interface TextPart {
  tag: 'span' | 'sup' | 'sub'
  text: string
}

/** Marks of raised and lowered text, as TeX has them. */
const TAGS: Readonly<Record<string, TextPart['tag']>> = { '^': 'sup', _: 'sub' }

/** Splits `8 × 10^{−5}` and `y_{1}` at what stands raised or lowered. */
export function splitScripts(text: string): TextPart[] {
  return Array.from(text.matchAll(/([\^_])\{([^}]*)\}|(?:(?![\^_]\{).)+/gs), (match) => {
    const [whole, mark = '', script = ''] = match
    const tag = TAGS[mark]
    return tag ? { tag, text: script } : { tag: 'span', text: whole }
  })
}

/** A number in scientific notation whose exponent is raised: `8 × 10^{−5}`. */
export function toPower(mantissa: string, exponent: number): string {
  return `${mantissa} × 10^{${String(exponent).replace('-', '−')}}`
}
