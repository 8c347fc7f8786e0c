import { describe, expect, it } from 'vitest'

import { addonMarkdown } from '../../markdown/index.ts'
import { badSetting } from '../../markdown/messages.ts'
import { checkSettings, SettingError } from '../../markdown/settings.ts'
import { ENGINES, span } from './engines.ts'

const COLORS: [value: unknown, light: string, dark: string][] = [
  ['#0a7', '#0a7', '#0a7'],
  ['crimson', 'crimson', 'crimson'],
  ['rgb(1 2 3)', 'rgb(1 2 3)', 'rgb(1 2 3)'],
  [' teal ', 'var(--addon-teal-light)', 'var(--addon-teal-dark)'],
  ['gray500', '#6b7280', '#9ca3af'],
  [{ light: '#075', dark: '#5fc' }, '#075', '#5fc'],
  [{ light: 'red', dark: 'gray500' }, 'var(--addon-red-light)', '#9ca3af'],
]

const BAD: [settings: unknown, key: string[], message: RegExp][] = [
  ['strict', [], /settings is "strict"\.\n.*Expected keys and values: colors, strict\./],
  [['strict'], [], /settings is \["strict"\]\./],
  [{ color: {} }, ['color'], /settings\.color is \{\}\.\n {2}Did you mean colors\?/],
  [{ colour: {} }, ['colour'], /settings\.colour is \{\}\.\n {2}Did you mean colors\?/],
  [{ palette: {} }, ['palette'], /The keys here are colors and strict\./],
  [{ strict: 'yes' }, ['strict'], /settings\.strict is "yes"\.\n {2}Expected true or false\./],
  [{ strict: null }, ['strict'], /settings\.strict is null\./],
  [{ colors: ['red'] }, ['colors'], /settings\.colors is \["red"\]\.\n {2}Expected keys/],
  [{ colors: 'red' }, ['colors'], /settings\.colors is "red"\./],
  // YAML reads an unquoted #0a7 as a comment.
  [
    { colors: { brand: null } },
    ['colors', 'brand'],
    /brand is null\.[^]*YAML needs quotes around #hex/,
  ],
  [{ colors: { brand: 7 } }, ['colors', 'brand'], /brand is 7\./],
  [{ colors: { brand: 'nope' } }, ['colors', 'brand'], /brand is "nope"\./],
  [{ colors: { brand: '#0a7;x:y' } }, ['colors', 'brand'], /brand is "#0a7;x:y"\./],
  [{ colors: { brand: 'url(x)' } }, ['colors', 'brand'], /brand is "url\(x\)"\./],
  [{ colors: { brand: 'var(--x)' } }, ['colors', 'brand'], /brand is "var\(--x\)"\./],
  [{ colors: { brand: {} } }, ['colors', 'brand', 'light'], /brand\.light is missing\./],
  [{ colors: { brand: { light: 'red' } } }, ['colors', 'brand', 'dark'], /dark is missing\./],
  [{ colors: { brand: { light: 'red', drak: 'x' } } }, ['colors', 'brand', 'drak'], /mean dark\?/],
  [{ colors: { brand: ['red'] } }, ['colors', 'brand'], /brand is \["red"\]/],
  [{ colors: { 'my brand': 'red' } }, ['colors', 'my brand'], /begins with a letter/],
  [{ colors: { '0a7': 'red' } }, ['colors', '0a7'], /made of letters, digits and hyphens/],
  [{ colors: { 'a"b': 'red' } }, ['colors', 'a"b'], /made of letters/],
  // Messages name the key that the author typed.
  [{ colours: 'red' }, ['colours'], /settings\.colours is "red"\./],
  [{ colours: { brand: 'nope' } }, ['colours', 'brand'], /settings\.colours\.brand is "nope"\./],
  [{ colors: {}, colours: { a: 'red' } }, ['colours'], /typed twice, as colors and as colours\./],
  [{ colours: {}, colors: null }, ['colours'], /settings\.colours is \{\}\.\n {2}.*Keep one/],
]

describe('checkSettings', () => {
  it.each([
    undefined,
    null,
    {},
    { colors: {} },
    { colors: null },
    { colours: {} },
    { strict: false },
  ])('takes %j for no settings', (typed) => {
    expect(checkSettings(typed)).toEqual({ colors: new Map(), strict: false })
  })

  it.each(COLORS)('resolves the color %j', (value, light, dark) => {
    expect(checkSettings({ colors: { Brand: value } }).colors).toEqual(
      new Map([['brand', { light, dark }]]),
    )
  })

  it('reads the colors under their old name, colours', () => {
    expect(checkSettings({ colours: { brand: '#0a7' } })).toEqual(
      checkSettings({ colors: { brand: '#0a7' } }),
    )
  })

  it.each(BAD)('names the key of %j', (typed, path, message) => {
    const error = catchError(() => checkSettings(typed))
    expect(error).toBeInstanceOf(SettingError)
    expect(error).toMatchObject({ path })
    expect(String(error)).toMatch(message)
  })

  it('has no colors of the prototype', () => {
    expect(checkSettings({ colors: {} }).colors.get('constructor')).toBeUndefined()
  })

  it('checks an object once', () => {
    const typed = { colors: { brand: '#0a7' } }
    expect(checkSettings(typed)).toBe(checkSettings(typed))
  })
})

describe.each(ENGINES)('on %s', (_name, create) => {
  it('colors with a deck’s own colors, in any letter case', () => {
    const md = create()
    addonMarkdown(md, { settings: { colors: { brand: { light: '#075', dark: '#5fc' } } } })
    expect(md.render('[a]{color=Brand}')).toBe(
      '<p><span class="colored-span" style="--span-light:#075;--span-dark:#5fc">a</span></p>\n',
    )
  })

  it('lets a deck change a color of the palette, and no other', () => {
    const md = create()
    addonMarkdown(md, { settings: { colors: { red: '#c00' } } })
    expect(md.render('[a]{color=red} [b]{color=blue}')).toBe(
      '<p><span class="colored-span" style="--span-light:#c00;--span-dark:#c00">a</span> ' +
        `${span('blue', 'b')}</p>\n`,
    )
  })

  it('suggests a deck’s own color', () => {
    const warnings: string[] = []
    const md = create()
    addonMarkdown(md, {
      logger: { warn: (text: string) => warnings.push(text) },
      settings: { colors: { brand: '#0a7' } },
    })
    md.render('[a]{color=brnad}')
    expect(warnings[0]).toContain('Did you mean brand?')
  })

  it('reads the settings again for each text', () => {
    const md = create()
    let settings = checkSettings({ colors: { brand: '#111' } })
    addonMarkdown(md, { settings: () => settings })
    expect(md.render('[a]{color=brand}')).toContain('#111')
    settings = checkSettings({ colors: { brand: '#222' } })
    expect(md.render('[a]{color=brand}')).toContain('#222')
  })

  it('refuses bad settings', () => {
    const md = create()
    const colors = { brand: 'nope' }
    const { expected } = catchSettingError(() => checkSettings({ colors }))
    addonMarkdown(md, { settings: { colors } })
    expect(() => md.render('[a]{color=brand}')).toThrow(
      badSetting({ key: 'settings.colors.brand', value: 'nope', expected }),
    )
  })
})

function catchError(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

function catchSettingError(run: () => unknown): SettingError {
  const error = catchError(run)
  if (!(error instanceof SettingError)) {
    throw new Error('No setting was refused.')
  }
  return error
}
