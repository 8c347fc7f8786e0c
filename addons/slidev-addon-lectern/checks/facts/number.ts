const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  t: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Matches a number as authors write it: `1,041.6`, `15.6T`, `128k`, `15 trillion`, `3.8 × 10^{25}`, `3.8 × 10²⁵`, `six`. */
export const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?×\s?10(?:\^\{?[-−]?\d+\}?|[⁻⁰¹²³⁴-⁹]+))?(?:\s?(?:thousand|million|billion|trillion)\b|[kmbt]\b)?(?![\d]|\.\d|,\d{3})|\b(?:${WORDS.join('|')})\b)`

const PARTS_RE =
  /^(?<mantissa>[\d,.]+)(?:\s?×\s?10(?:\^\{?(?<power>[-−]?\d+)\}?|(?<raised>[⁻⁰¹²³⁴-⁹]+)))?\s?(?<unit>[a-z]+)?$/i

/**
 * Returns the value of a text that {@link NUMBER} matches.
 *
 * @throws {Error} if it is not a number.
 */
export function readNumber(text: string): number {
  const word = WORDS.indexOf(text.toLowerCase())
  if (word !== -1) {
    return word
  }
  const { mantissa, power, raised, unit } = PARTS_RE.exec(text)?.groups ?? {}
  const exponent = (power ?? raised?.normalize('NFKC') ?? '0').replace('−', '-')
  // Parsed as one literal, because a product would be rounded twice.
  const value = Number(`${mantissa?.replaceAll(',', '') ?? 'none'}e${exponent}`)
  const factor = unit === undefined ? 1 : (FACTORS[unit.toLowerCase()] ?? Number.NaN)
  const scaled = Number((value * factor).toPrecision(12))
  if (Number.isNaN(scaled)) {
    throw new Error(`"${text}" is not a number.`)
  }
  return scaled
}

/** Tells whether a typed number is an exact one, rounded to the digits typed. */
export function isRounded(typed: number, exact: number): boolean {
  const digits = typed.toExponential().replace(/e.*$/, '').replace(/\D/g, '').length
  return Number(exact.toPrecision(Math.min(digits, 15))) === typed
}

/** Writes a value in the style of another number: `15.6T` for `12T`, `8,192` for `4096`. */
export function formatLike(value: number, typed: string): string {
  if (typed.includes('×')) {
    const [mantissa, exponent] = value.toExponential().split('e+')
    return `${mantissa} × 10^${exponent}`
  }
  const unit = /[a-z]+$/i.exec(typed)?.[0] ?? ''
  const factor = FACTORS[unit.toLowerCase()]
  if (factor === undefined) {
    return value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  }
  return `${Number((value / factor).toPrecision(12))}${unit.length > 1 ? ' ' : ''}${unit}`
}
