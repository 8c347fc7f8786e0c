import { escapePattern } from '../../deck/escape-pattern.ts'
import { NUMBER, readNumber } from './number.ts'

/** A quantity that a deck's data give, and the phrases that say it. */
export interface Fact {
  /** Name of the number, as a finding gives it: `tokens of pre-training`. */
  quantity: string
  /**
   * How a text says it; `{}` stands for a number, `…` for some words. Upper case and line breaks do not matter:
   * `a context window of up to {} tokens`.
   */
  says: string | readonly string[]
  /** For each `{}` its value, or the values that are all right. */
  values: readonly (number | readonly number[])[]
  /** Where the values come from: a file, and the place in it. */
  source: string
  /** Looks only at the alternative text of the image with this name: `llama3-size` of `/llama3-size.png`. */
  image?: string
}

/** A number in a text that a fact is about. */
export interface SaidNumber {
  /** As typed: `15.6T`. */
  typed: string
  value: number
  /** Whether the text says that it is not exact. */
  isAbout: boolean
  /** The values that are right. */
  right: readonly number[]
  /** The whole phrase as it stands in the text. */
  phrase: string
  /** Where in the text the number begins. */
  index: number
}

/** Words before a number that is not exact. */
const ABOUT = String.raw`(?:(about|almost|nearly|roughly|around|approximately|some|over|~|≈|>)\s*)?`

/**
 * The numbers that a text says of a fact.
 *
 * @throws {Error} naming the fact when a phrase has not as many numbers as there are values.
 */
export function findSaid(fact: Fact, text: string): SaidNumber[] {
  const phrases = typeof fact.says === 'string' ? [fact.says] : fact.says
  return phrases.flatMap((phrase) =>
    Array.from(text.matchAll(compilePhrase(phrase, fact)), (match) =>
      readMatch(match, fact),
    ).flat(),
  )
}

function readMatch(match: RegExpMatchArray, { values }: Fact): SaidNumber[] {
  return values.map((value, at) => {
    const typed = match[2 * at + 2] ?? ''
    const [index = 0] = match.indices?.[2 * at + 2] ?? []
    return {
      typed,
      value: readNumber(typed),
      isAbout: match[2 * at + 1] !== undefined,
      right: typeof value === 'number' ? [value] : value,
      phrase: match[0],
      index,
    }
  })
}

/** `up to {} tokens` as an expression with two groups for each number: whether it is about, and its digits. */
function compilePhrase(phrase: string, { quantity, values }: Fact): RegExp {
  const parts = phrase.split(/(\{\}|…|\s+)/).filter((part) => part !== '')
  const count = parts.filter((part) => part === '{}').length
  if (count !== values.length) {
    throw new Error(
      `The fact "${quantity}" has ${values.length} values, and "${phrase}" ${count} numbers. ` +
        'Write one {} for each value.',
    )
  }
  const source = parts.map((part, index) => {
    if (part === '{}') {
      // Not in the middle of a longer number.
      const isFirst = index === 0 || parts[index - 1] === '…'
      return `${isFirst ? String.raw`(?<![\d.,])` : ''}${ABOUT}(${NUMBER})`
    }
    if (part === '…') {
      return String.raw`[^\n]{0,160}?`
    }
    return part.trim() === '' ? String.raw`\s+` : escapePattern(part)
  })
  const isWordFirst = /^\w/.test(phrase)
  return new RegExp(`${isWordFirst ? String.raw`\b` : ''}${source.join('')}`, 'dgi')
}
