const FACTORS: Readonly<Record<string, string>> = { k: 'e3', m: 'e6', b: 'e9', t: 'e12' }
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/**
 * The number a text says: `1,041.6`, `15.6T`, `128k`, `3.8 × 10^{25}`, `3.8 × 10²⁵` or `six`.
 *
 * @throws {Error} when it says none.
 */
export function readNumber(text: string): number {
  const word = WORDS.indexOf(text.toLowerCase())
  if (word !== -1) {
    return word
  }
  const digits = text
    .replaceAll(',', '')
    .replace(/ × 10\^\{(\d+)\}$/, 'e$1')
    .replace(/ × 10([⁰¹²³⁴-⁹]+)$/, (_, exponent: string) => `e${exponent.normalize('NFKC')}`)
    .replace(/[kmbt]$/i, (unit) => FACTORS[unit.toLowerCase()] ?? unit)
  const value = Number(digits)
  if (digits === '' || Number.isNaN(value)) {
    throw new Error(`"${text}" is no number.`)
  }
  return value
}

/**
 * The numbers at the groups of a pattern.
 *
 * @throws {Error} when the text does not match, or says something else than a number there.
 */
export function readNumbers(text: string, pattern: RegExp): number[] {
  const match = pattern.exec(text)
  if (!match) {
    throw new Error(`The text says nothing like ${pattern}:\n${text}`)
  }
  return match.slice(1).map(readNumber)
}

/** A text without what stands at the groups of the patterns. */
export function withoutGroups(text: string, patterns: readonly RegExp[]): string {
  const characters = text.split('')
  for (const pattern of patterns) {
    const { indices = [] } = new RegExp(pattern.source, `${pattern.flags}d`).exec(text) ?? {}
    for (const range of indices.slice(1)) {
      characters.fill('', ...(range ?? [0, 0]))
    }
  }
  return characters.join('')
}

/** The numbers in digits that a text holds, as typed: `15.6T`, `1,041.6` or `2024/09/30`. */
export function listNumbers(text: string): string[] {
  return text.match(/\d+(?:[.,/]\d+)*(?:[kKMBT]\b)?/g) ?? []
}

/**
 * What is read aloud of a slide's Markdown: no images, no tags, no addresses, no attributes, no marks of
 * emphasis, code or math.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/g, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\[([^\]]*)\](?:\{[^}]*\}|\([^)]*\))/g, '$1')
    .replace(/\*\*|`|\$/g, '')
}
