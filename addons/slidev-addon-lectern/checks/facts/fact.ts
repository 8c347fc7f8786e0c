import { escapePattern } from '../../deck/escape-pattern.ts'
import { NUMBER, readNumber } from './number.ts'

/** A quantity of a deck's data, and the phrases that state it. */
export interface Fact {
  /** Name of the quantity, as findings mention it: `tokens of pre-training`. */
  quantity: string
  /**
   * Phrases that state it: `a context window of up to {} tokens`. `{}` stands for a number, `…` for up to 160
   * characters of a line. Letter case and line breaks are ignored.
   */
  says: string | readonly string[]
  /** Value of each `{}`, or all of its right values. */
  values: readonly (number | readonly number[])[]
  /** Source of the values, as findings mention it: `data/models.json (tokens)`. */
  source: string
  /** Name of an image, `llama3-size` for `/llama3-size.png`: only its alternative text is searched. */
  image?: string
}

/** A number of a text that states a fact. */
export interface Statement {
  /** As typed: `15.6T`. */
  typed: string
  value: number
  /** Whether a word such as "about" precedes it. */
  isAbout: boolean
  /** Right values. */
  right: readonly number[]
  /** The whole phrase as typed. */
  phrase: string
  /** Index of the number in the text. */
  index: number
}

/** Words before a rounded number. */
const ABOUT = String.raw`(?:(about|almost|nearly|roughly|around|approximately|some|over|~|≈|>)\s*)?`

/**
 * Finds the numbers of a text that state a fact.
 *
 * @throws {Error} naming the fact if a phrase and the values differ in number.
 */
export function findStatements(fact: Fact, text: string): Statement[] {
  const phrases = typeof fact.says === 'string' ? [fact.says] : fact.says
  return phrases.flatMap((phrase) =>
    Array.from(text.matchAll(compilePhrase(phrase, fact)), (match) =>
      readMatch(match, fact),
    ).flat(),
  )
}

function readMatch(match: RegExpMatchArray, { values }: Fact): Statement[] {
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

/** Compiles `up to {} tokens` to an expression with two groups per number: a word such as "about", and the digits. */
function compilePhrase(phrase: string, { quantity, values }: Fact): RegExp {
  const parts = phrase.split(/(\{\}|…|\s+)/).filter((part) => part !== '')
  const count = parts.filter((part) => part === '{}').length
  if (count !== values.length) {
    throw new Error(
      `The fact "${quantity}" has ${values.length} values, but "${phrase}" has ${count} {}. ` +
        'Write one {} for each value.',
    )
  }
  const source = parts.map((part, index) => {
    if (part === '{}') {
      // A match must not begin within a longer number.
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
