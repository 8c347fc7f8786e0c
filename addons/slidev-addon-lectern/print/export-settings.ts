import { escapePattern } from '../deck/escape-pattern.ts'
import { nearestName } from '../deck/nearest-name.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { isRecord } from '../deck/settings.ts'
import type { PrintProblem } from './print-problem.ts'
import { FORMATS } from './print-result.ts'
import type { Format } from './print-result.ts'

/** Values of the headmatter's `export:` that Lectern uses. The command line wins over them. */
export interface ExportSettings {
  format?: Format
  output?: string
  /** Slides such as `3,12-16`. */
  slides?: string
  isDark?: boolean
  hasEveryClick?: boolean
  /** Time to wait after everything is drawn, in ms. */
  waitMs?: number
}

/** Values of a deck, and the problems with them. */
export interface ReadSettings {
  settings: ExportSettings
  problems: readonly PrintProblem[]
}

/** Reads a value. Throws an error with what was expected, or why it is not used. */
type Reader = (value: unknown, deck: DeckModel) => ExportSettings

/** Says why a right value is not used, which changes little. */
class Unused extends Error {}

/** Options of Slidev's `export:`. */
const READERS: Readonly<Record<string, Reader>> = {
  format: (value) => ({ format: readFormat(value) }),
  output: (value) => ({ output: readText(value, 'the path of a file') }),
  range: (value, deck) => ({ slides: readRange(value, deck.slides.length) }),
  dark: (value) => ({ isDark: readSwitch(value) }),
  withClicks: (value) => ({ hasEveryClick: readSwitch(value) }),
  wait: (value) => ({ waitMs: readNumber(value, 'a time in milliseconds') }),
  timeout: (value) => {
    readNumber(value, 'a time in milliseconds')
    throw new Unused('Slides are printed as soon as they are drawn')
  },
  waitUntil: () => {
    throw new Unused('Slides are printed as soon as they are drawn')
  },
  executablePath: () => {
    throw new Unused('Name the browser in the variable CHROMIUM_PATH')
  },
  withToc: (value) => unlessFalse(value, 'The PDF always has an outline'),
  perSlide: (value) =>
    unlessTrue(value, 'All slides are printed at once, which gives the same pages'),
  scale: (value) => {
    if (readNumber(value, 'a number') !== 2) {
      throw new Unused("Images always have twice the slide's size")
    }
    return {}
  },
  omitBackground: (value) => unlessTrue(value, 'Images have their background'),
}

/** Reads the headmatter's `export:` as Slidev understands it. Names the line of each value that is not used. */
export function readExportSettings(deck: DeckModel): ReadSettings {
  const declared = deck.headmatter['export'] ?? {}
  if (!isRecord(declared)) {
    const message = `"export" is ${quote(declared)} and is not used. Expected options below it, such as "dark: true".`
    return { settings: {}, problems: [placeOption(deck, 'export', 'warning', message)] }
  }
  const read = Object.entries(declared).map(([key, value]) => readOption(deck, key, value))
  return {
    settings: Object.assign({}, ...read.map(({ settings }) => settings)),
    problems: read.flatMap(({ problems }) => problems),
  }
}

function readOption(deck: DeckModel, key: string, value: unknown): ReadSettings {
  const reader = Object.hasOwn(READERS, key) ? READERS[key] : undefined
  const fail = (severity: PrintProblem['severity'], message: string): ReadSettings => ({
    settings: {},
    problems: [placeOption(deck, key, severity, message)],
  })
  if (!reader) {
    const nearest = nearestName(key, Object.keys(READERS))
    return fail('warning', `"export" has no option "${key}". Did you mean ${nearest}?`)
  }
  try {
    return { settings: reader(value, deck), problems: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const named = `"export.${key}" is ${quote(value)} and is not used.`
    return error instanceof Unused
      ? fail('hint', `${named} ${reason}.`)
      : fail('warning', `${named} Expected ${reason}.`)
  }
}

function readFormat(value: unknown): Format {
  const format = FORMATS.find((each) => each === value)
  if (!format) {
    throw new Error(`${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}`)
  }
  return format
}

function readText(value: unknown, expected: string): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Error(expected)
  }
  return value
}

function readSwitch(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw new TypeError('true or false')
  }
  return value
}

function unlessTrue(value: unknown, reason: string): ExportSettings {
  if (readSwitch(value)) {
    throw new Unused(reason)
  }
  return {}
}

function unlessFalse(value: unknown, reason: string): ExportSettings {
  return unlessTrue(!readSwitch(value), reason)
}

function readNumber(value: unknown, expected: string): number {
  if (typeof value !== 'number' || !(value >= 0)) {
    throw new Error(expected)
  }
  return value
}

// `3`, `1,4-6`, `4-` up to the last slide; Slidev also separates by semicolons.
const PART_RE = /^\s*(\d+)\s*(-\s*(\d*))?\s*$/

/** Returns the slides of a range as Slidev writes it, in ours; `undefined` for all. */
function readRange(value: unknown, total: number): string | undefined {
  const range = String(value)
  if (['all', '*', ''].includes(range)) {
    return undefined
  }
  const parts = range.split(/[,;]/).map((part) => {
    const [, first, dash, last] = PART_RE.exec(part) ?? []
    if (first === undefined) {
      throw new Error('slides such as 3,12-16')
    }
    const end = last ? Number(last) : dash ? total : Number(first)
    return { first: Number(first), end: Math.min(end, total) }
  })
  // Slidev leaves out slides that the deck does not have.
  const present = parts.filter(({ first, end }) => first >= 1 && first <= end)
  if (present.length === 0) {
    throw new Error(`slides of this deck, which has ${total}`)
  }
  return present.map(({ first, end }) => `${first}-${end}`).join(',')
}

/** Returns a problem with its line in the headmatter. */
function placeOption(
  { slides, file }: DeckModel,
  key: string,
  severity: PrintProblem['severity'],
  message: string,
): PrintProblem {
  const lines = slides[0]?.frontmatterLines ?? []
  const block = lines.findIndex(({ text }) => /^["']?export["']?\s*:/.test(text))
  const option = new RegExp(`(?:^|[\\s{,"'])${escapePattern(key)}["']?\\s*:`)
  const own = lines.find(({ text }, index) => index >= block && option.test(text))
  return { file, line: (own ?? lines[block])?.number ?? 1, severity, message }
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value))
}
