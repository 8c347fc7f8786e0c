import { CHECKS, nearestCheckName, toCheckName } from './check-names.ts'
import { DEFAULT_SETTINGS } from './default-settings.ts'
import type { LecternSettings } from './default-settings.ts'
import { readOrigins } from './embed-origins.ts'
import { nearestName } from './nearest-name.ts'

/** Returns the setting for a declared value, or throws an error that says what was expected. */
type Reader<Value> = (value: unknown) => Value

const READERS: { [Key in keyof LecternSettings]: Reader<LecternSettings[Key]> } = {
  sections: readLayouts,
  notesLang: readLanguage,
  allow: readAllowed,
  publicNotes: readSwitch,
  readOnPhones: readSwitch,
  embed: readOrigins,
  lazyClient: readSwitch,
  fastStart: readSwitch,
}

/** Reports a key or value of `lectern:` that is not understood. */
export class SettingsError extends Error {
  override name = 'SettingsError'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    // Slidev prints the stack of an error in a setup, and the author mends the headmatter.
    this.stack = message
  }
}

/**
 * Reads the settings of a deck.
 *
 * @param declared - Value of `lectern` in the headmatter.
 * @param locate - Returns file and line of a key, such as `slides.md:4`.
 * @throws {SettingsError} with that line when a key or a value is not understood.
 */
export function readSettings(declared: unknown, locate: (key: string) => string): LecternSettings {
  if (declared === undefined || declared === null) {
    return DEFAULT_SETTINGS
  }
  if (!isRecord(declared)) {
    throw new SettingsError(
      `${locate('lectern')}: "lectern" is ${quote(declared)}. Expected settings below it, such as ` +
        '"sections: [section]". Write each on a line of its own, indented by two spaces.',
    )
  }
  const read: Partial<Record<string, unknown>> = {}
  for (const [key, value] of Object.entries(declared)) {
    if (!isKey(key)) {
      throw new SettingsError(
        `${locate(key)}: "lectern" has no setting "${key}". Did you mean ${nearestName(key, KEYS)}? ` +
          `The settings are ${KEYS.join(', ')}.`,
      )
    }
    try {
      read[key] = READERS[key](value)
    } catch (error) {
      const expected = error instanceof Error ? error.message : String(error)
      throw new SettingsError(
        `${locate(key)}: "lectern.${key}" is ${quote(value)}. Expected ${expected}`,
        { cause: error },
      )
    }
  }
  return { ...DEFAULT_SETTINGS, ...read }
}

/** Matches the line that settings begin with. */
export const SETTINGS_LINE_RE = /^["']?lectern["']?\s*:/

/**
 * Returns file and line of a key of `lectern:`, such as `slides.md:4`.
 *
 * @param file - Name of the Markdown file for messages.
 * @param text - Whole text of the file.
 */
export function locateSetting(file: string, text: string, key: string): string {
  const lines = text.split(/\r?\n/)
  const block = lines.findIndex((line) => SETTINGS_LINE_RE.test(line))
  const named = lines.findIndex(
    (line, index) => index > block && line.trimStart().replace(/^["']/, '').startsWith(key),
  )
  return `${file}:${(key === 'lectern' || named === -1 ? Math.max(block, 0) : named) + 1}`
}

const KEYS = Object.keys(READERS)

function isKey(key: string): key is keyof LecternSettings {
  return Object.hasOwn(READERS, key)
}

function readLayouts(value: unknown): string[] {
  const names = Array.isArray(value) ? value : [value]
  if (!names.every((name) => typeof name === 'string' && name !== '')) {
    throw new Error('one or more names of layouts, such as [cover, section].')
  }
  return names
}

function readLanguage(value: unknown): string {
  if (typeof value !== 'string') {
    throw new TypeError('a language tag, such as zh-Hant or de.')
  }
  try {
    const [tag = ''] = Intl.getCanonicalLocales(value)
    // `chinese` has the form of a tag, and is none.
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    if (names.of(new Intl.Locale(tag).language) !== undefined) {
      return tag
    }
  } catch {
    // Not even the form of a tag.
  }
  throw new Error('a language tag, such as zh-Hant or de.')
}

function readAllowed(value: unknown): LecternSettings['allow'] {
  const pairs = isRecord(value)
    ? Object.entries(value)
    : [value].flat().map((name) => [name, ''] as const)
  return Object.fromEntries(
    pairs.map(([name, reason]) => {
      const check = typeof name === 'string' ? toCheckName(name) : undefined
      if (!check) {
        throw new Error(
          `names of checks; ${quote(name)} is none. Did you mean ${nearestCheckName(String(name))}? ` +
            `The checks are ${CHECKS.join(', ')}.`,
        )
      }
      return [check, typeof reason === 'string' ? reason : '']
    }),
  )
}

function readSwitch(value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw new TypeError('true or false.')
  }
  return value
}

/** Whether a value of YAML is a map. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
}
