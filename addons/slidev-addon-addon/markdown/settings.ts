import { findNearestName, resolveColor } from './color.ts'
import type { ColorTable } from './color.ts'
import { badSetting } from './messages.ts'
import type { ColorPair } from './palette.ts'

/** Settings that an author can type in a deck's headmatter under `addon`; all optional. */
export interface Settings {
  /**
   * Colors by name, which are added to the palette or replace its own: `{ brand: '#0a7' }`, or with
   * another color on dark slides, `{ brand: { light: '#075', dark: '#5fc' } }`.
   */
  colors?: Readonly<Record<string, string | Readonly<ColorPair>>>
  /** The same as `colors`, under its old name. Both together are an error. */
  colours?: Settings['colors']
  /**
   * Whether an unknown color or a refused attribute is an error instead of a warning.
   *
   * @default false
   */
  strict?: boolean
}

/** Settings that have been checked. */
export interface CheckedSettings {
  colors: ColorTable
  strict: boolean
}

/**
 * Settings of a plugin. A function is called for each text, because a deck's headmatter changes while
 * its author types.
 */
export type SettingsSource = Settings | (() => CheckedSettings) | undefined

/** Options of the addon's Markdown plugins; all optional. */
export interface AddonOptions {
  /** @default console */
  logger?: Pick<Console, 'warn'>
  /**
   * Returns the place of a line in the author's file, such as `slides.md:42`.
   *
   * @param line - 0-based line of the parsed text.
   * @param env - The environment the text is rendered with.
   * @default `line 43` for line 42
   */
  locate?: (line: number, env: unknown) => string
  /** The author's settings. */
  settings?: SettingsSource
}

/** Thrown for a setting that is not understood. */
export class SettingError extends Error {
  /** Keys that lead to it, such as `['colors', 'brand', 'dark']`. */
  readonly path: readonly string[]
  /** The value as typed. */
  readonly value: unknown
  /** The expected value, as a sentence. */
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
  'A color name is made of letters, digits and hyphens, 41 at most, and begins with a letter.'
const A_COLOR =
  'Expected a palette name, a Tailwind shade, a CSS color name, #hex, rgb(), hsl() or oklch(); YAML needs quotes around #hex.'
const ONE_SPELLING = 'This setting is typed twice, as colors and as colours. Keep one of them.'

const KEYS = ['colors', 'strict']
const OLD_KEY = 'colours'

const NONE: CheckedSettings = { colors: new Map(), strict: false }

/** Result for each object that was checked, because the rules ask for each of a deck's spans. */
const CHECKED = new WeakMap<object, CheckedSettings>()

/**
 * Reads and checks a plugin's settings.
 *
 * @throws {SettingError} that names the key which is not understood.
 */
export function readSettings(source: SettingsSource): CheckedSettings {
  return typeof source === 'function' ? source() : checkSettings(source)
}

/**
 * Checks settings as typed, which may be anything.
 *
 * @throws {SettingError} that names the key which is not understood.
 */
export function checkSettings(typed: unknown): CheckedSettings {
  if (typed === undefined || typed === null) {
    return NONE
  }
  const record = expectRecord(typed, [], KEYS, [OLD_KEY])
  const checked = CHECKED.get(record) ?? {
    colors: readColors(record),
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

/** Reads the deck's own colors, under the key that the author typed. */
function readColors({ colors, [OLD_KEY]: colours }: Record<string, unknown>): ColorTable {
  if (colors !== undefined && colours !== undefined) {
    throw new SettingError([OLD_KEY], colours, ONE_SPELLING)
  }
  const typedKey = colours === undefined ? 'colors' : OLD_KEY
  const table = new Map<string, ColorPair>()
  for (const [key, value] of Object.entries(expectRecord(colors ?? colours ?? {}, [typedKey]))) {
    const path = [typedKey, key]
    if (!NAME_RE.test(key)) {
      throw new SettingError(path, value, A_NAME)
    }
    table.set(key.toLowerCase(), readColor(value, path))
  }
  return table
}

/** Reads a color for both backgrounds, or an object with one for each. */
function readColor(value: unknown, path: readonly string[]): ColorPair {
  if (typeof value !== 'object' || value === null) {
    return resolve(value, path)
  }
  const { light, dark } = expectRecord(value, path, ['light', 'dark'])
  return {
    light: resolve(light, [...path, 'light']).light,
    dark: resolve(dark, [...path, 'dark']).dark,
  }
}

function resolve(value: unknown, path: readonly string[]): ColorPair {
  const pair = typeof value === 'string' ? resolveColor(value.trim()) : undefined
  if (!pair) {
    throw new SettingError(path, value, A_COLOR)
  }
  return pair
}

/**
 * Checks that a value is an object with string keys.
 *
 * @param keys - The keys it may have; any when omitted.
 * @param oldKeys - More keys it may have, which messages do not offer.
 */
function expectRecord(
  value: unknown,
  path: readonly string[],
  keys?: readonly string[],
  oldKeys: readonly string[] = [],
): Record<string, unknown> {
  if (!isRecord(value)) {
    const names = keys ? `: ${keys.join(', ')}` : ''
    throw new SettingError(path, value, `Expected keys and values${names}.`)
  }
  const unknownKey = Object.keys(value).find((key) => keys && ![...keys, ...oldKeys].includes(key))
  if (keys && unknownKey !== undefined) {
    const near = findNearestName(unknownKey.toLowerCase(), keys)
    const hint = near ? `Did you mean ${near}? ` : ''
    const expected = `${hint}The keys here are ${keys.join(' and ')}.`
    throw new SettingError([...path, unknownKey], value[unknownKey], expected)
  }
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
