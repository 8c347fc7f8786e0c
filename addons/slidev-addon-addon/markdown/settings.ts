import { resolveColour } from './colour.ts'
import type { ColourTable } from './colour.ts'
import { badSetting } from './messages.ts'
import { findNearestName } from './nearest-name.ts'
import type { ColourPair } from './palette.ts'

/** What an author can set, in a deck's headmatter under `addon`; all optional. */
export interface Settings {
  /**
   * Colours added to the palette or changed in it, by name: `{ brand: '#0a7' }`, or with a colour of
   * its own for dark slides, `{ brand: { light: '#075', dark: '#5fc' } }`.
   */
  colours?: Readonly<Record<string, string | Readonly<ColourPair>>>
  /**
   * Whether a fault such as an unknown colour is an error instead of a warning.
   *
   * @default false
   */
  strict?: boolean
}

/**
 * Where a plugin has its settings from. A function is asked anew for each text, because a deck's
 * headmatter changes while its author types.
 */
export type SettingsSource = Settings | (() => CheckedSettings) | undefined

/** Settings that have been checked. */
export interface CheckedSettings {
  colours: ColourTable
  strict: boolean
}

/** A setting that is not understood. */
export class SettingError extends Error {
  /** Keys that lead to it, such as `['colours', 'brand', 'dark']`. */
  readonly path: readonly string[]
  /** What stands there. */
  readonly value: unknown
  /** What was expected, as a sentence. */
  readonly expected: string

  constructor(path: readonly string[], value: unknown, expected: string) {
    super(badSetting({ key: ['settings', ...path].join('.'), value, expected }))
    this.path = path
    this.value = value
    this.expected = expected
  }
}

const NAME_RE = /^[a-z][a-z\d-]{0,40}$/i
const A_NAME =
  'A colour’s name is made of letters, digits and hyphens, 41 at most, and begins with a letter.'
const A_COLOUR =
  'Expected a palette name, a Tailwind shade, a CSS colour name, #hex, rgb(), hsl() or oklch(); YAML wants #hex in quotes.'

const NONE: CheckedSettings = { colours: new Map(), strict: false }

/** Checked once for each object: a deck asks for each of its spans. */
const CHECKED = new WeakMap<object, CheckedSettings>()

/**
 * A plugin's settings, checked.
 *
 * @throws {SettingError} that names the key which is not understood.
 */
export function readSettings(source: SettingsSource): CheckedSettings {
  return typeof source === 'function' ? source() : checkSettings(source)
}

/**
 * Checks what an author typed, which may be anything.
 *
 * @throws {SettingError} that names the key which is not understood.
 */
export function checkSettings(typed: unknown): CheckedSettings {
  if (typed === undefined || typed === null) {
    return NONE
  }
  const record = expectRecord(typed, [], ['colours', 'strict'])
  const checked = CHECKED.get(record) ?? {
    colours: readColours(record['colours'] ?? {}),
    strict: readStrict(record['strict']),
  }
  CHECKED.set(record, checked)
  return checked
}

function readStrict(value: unknown = false): boolean {
  if (typeof value !== 'boolean') {
    throw new SettingError(['strict'], value, 'Expected true or false.')
  }
  return value
}

function readColours(typed: unknown): ColourTable {
  const table = new Map<string, ColourPair>()
  for (const [key, value] of Object.entries(expectRecord(typed, ['colours']))) {
    const path = ['colours', key]
    if (!NAME_RE.test(key)) {
      throw new SettingError(path, value, A_NAME)
    }
    table.set(key.toLowerCase(), readColour(value, path))
  }
  return table
}

/** A colour for both grounds, or an object with one for each. */
function readColour(value: unknown, path: readonly string[]): ColourPair {
  if (typeof value !== 'object' || value === null) {
    return resolve(value, path)
  }
  const { light, dark } = expectRecord(value, path, ['light', 'dark'])
  return {
    light: resolve(light, [...path, 'light']).light,
    dark: resolve(dark, [...path, 'dark']).dark,
  }
}

function resolve(value: unknown, path: readonly string[]): ColourPair {
  const pair = typeof value === 'string' ? resolveColour(value.trim()) : undefined
  if (!pair) {
    throw new SettingError(path, value, A_COLOUR)
  }
  return pair
}

/** An object with string keys; where its keys are given, with no others. */
function expectRecord(
  value: unknown,
  path: readonly string[],
  keys?: readonly string[],
): Record<string, unknown> {
  if (!isRecord(value)) {
    throw new SettingError(
      path,
      value,
      `Expected keys and values${keys ? `: ${keys.join(', ')}` : ''}.`,
    )
  }
  const unknownKey = Object.keys(value).find((key) => keys?.includes(key) === false)
  if (unknownKey !== undefined) {
    const near = findNearestName(unknownKey.toLowerCase(), keys ?? [])
    const hint = near ? `Did you mean ${near}? ` : ''
    const expected = `${hint}The keys here are ${keys?.join(' and ')}.`
    throw new SettingError([...path, unknownKey], value[unknownKey], expected)
  }
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
