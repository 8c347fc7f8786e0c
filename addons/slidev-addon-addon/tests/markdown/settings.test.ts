import { describe, expect, it } from 'vitest'

import { addonMarkdown } from '../../markdown/index.ts'
import { badSetting } from '../../markdown/messages.ts'
import { checkSettings, SettingError } from '../../markdown/settings.ts'
import { ENGINES, span } from './engines.ts'

const COLOURS: [value: unknown, light: string, dark: string][] = [
  ['#0a7', '#0a7', '#0a7'],
  ['crimson', 'crimson', 'crimson'],
  ['rgb(1 2 3)', 'rgb(1 2 3)', 'rgb(1 2 3)'],
  [' teal ', 'var(--addon-teal-light)', 'var(--addon-teal-dark)'],
  ['gray500', '#6b7280', '#9ca3af'],
  [{ light: '#075', dark: '#5fc' }, '#075', '#5fc'],
  [{ light: 'red', dark: 'gray500' }, 'var(--addon-red-light)', '#9ca3af'],
]

const BAD: [settings: unknown, key: string[], message: RegExp][] = [
  ['strict', [], /settings is "strict"\.\n.*Expected keys and values: colours, strict\./],
  [['strict'], [], /settings is \["strict"\]\./],
  [{ colors: {} }, ['colors'], /settings\.colors is \{\}\.\n {2}Did you mean colours\?/],
  [{ palette: {} }, ['palette'], /The keys here are colours and strict\./],
  [{ strict: 'yes' }, ['strict'], /settings\.strict is "yes"\.\n {2}Expected true or false\./],
  [{ strict: null }, ['strict'], /settings\.strict is null\./],
  [{ colours: ['red'] }, ['colours'], /settings\.colours is \["red"\]\.\n {2}Expected keys/],
  [{ colours: 'red' }, ['colours'], /settings\.colours is "red"\./],
  // YAML reads an unquoted #0a7 as a comment.
  [
    { colours: { brand: null } },
    ['colours', 'brand'],
    /brand is null\.[^]*YAML wants #hex in quotes/,
  ],
  [{ colours: { brand: 7 } }, ['colours', 'brand'], /brand is 7\./],
  [{ colours: { brand: 'nope' } }, ['colours', 'brand'], /brand is "nope"\./],
  [{ colours: { brand: '#0a7;x:y' } }, ['colours', 'brand'], /brand is "#0a7;x:y"\./],
  [{ colours: { brand: 'url(x)' } }, ['colours', 'brand'], /brand is "url\(x\)"\./],
  [{ colours: { brand: 'var(--x)' } }, ['colours', 'brand'], /brand is "var\(--x\)"\./],
  [{ colours: { brand: {} } }, ['colours', 'brand', 'light'], /brand\.light is missing\./],
  [{ colours: { brand: { light: 'red' } } }, ['colours', 'brand', 'dark'], /dark is missing\./],
  [
    { colours: { brand: { light: 'red', drak: 'x' } } },
    ['colours', 'brand', 'drak'],
    /mean dark\?/,
  ],
  [{ colours: { brand: ['red'] } }, ['colours', 'brand'], /brand is \["red"\]/],
  [{ colours: { 'my brand': 'red' } }, ['colours', 'my brand'], /begins with a letter/],
  [{ colours: { '0a7': 'red' } }, ['colours', '0a7'], /made of letters, digits and hyphens/],
  [{ colours: { 'a"b': 'red' } }, ['colours', 'a"b'], /made of letters/],
]

describe('checkSettings', () => {
  it.each([undefined, null, {}, { colours: {} }, { strict: false }])(
    'takes %j for no settings',
    (typed) => {
      expect(checkSettings(typed)).toEqual({ colours: new Map(), strict: false })
    },
  )

  it.each(COLOURS)('resolves the colour %j', (value, light, dark) => {
    expect(checkSettings({ colours: { Brand: value } }).colours).toEqual(
      new Map([['brand', { light, dark }]]),
    )
  })

  it.each(BAD)('names the key of %j', (typed, path, message) => {
    const error = catchError(() => checkSettings(typed))
    expect(error).toBeInstanceOf(SettingError)
    expect(error).toMatchObject({ path })
    expect(String(error)).toMatch(message)
  })

  it('has no colours of the prototype', () => {
    expect(checkSettings({ colours: {} }).colours.get('constructor')).toBeUndefined()
  })

  it('checks an object once', () => {
    const typed = { colours: { brand: '#0a7' } }
    expect(checkSettings(typed)).toBe(checkSettings(typed))
  })
})

describe.each(ENGINES)('on %s', (_name, create) => {
  it('colours with a deck’s own colours, in any letter case', () => {
    const md = create()
    addonMarkdown(md, { settings: { colours: { brand: { light: '#075', dark: '#5fc' } } } })
    expect(md.render('[a]{color=Brand}')).toBe(
      '<p><span class="coloured-span" style="--span-light:#075;--span-dark:#5fc">a</span></p>\n',
    )
  })

  it('lets a deck change a colour of the palette, and no other', () => {
    const md = create()
    addonMarkdown(md, { settings: { colours: { red: '#c00' } } })
    expect(md.render('[a]{color=red} [b]{color=blue}')).toBe(
      '<p><span class="coloured-span" style="--span-light:#c00;--span-dark:#c00">a</span> ' +
        `${span('blue', 'b')}</p>\n`,
    )
  })

  it('suggests a deck’s own colour', () => {
    const warnings: string[] = []
    const md = create()
    addonMarkdown(md, {
      logger: { warn: (text: string) => warnings.push(text) },
      settings: { colours: { brand: '#0a7' } },
    })
    md.render('[a]{color=brnad}')
    expect(warnings[0]).toContain('Did you mean brand?')
  })

  it('asks for the settings anew for each text', () => {
    const md = create()
    let settings = checkSettings({ colours: { brand: '#111' } })
    addonMarkdown(md, { settings: () => settings })
    expect(md.render('[a]{color=brand}')).toContain('#111')
    settings = checkSettings({ colours: { brand: '#222' } })
    expect(md.render('[a]{color=brand}')).toContain('#222')
  })

  it('refuses bad settings', () => {
    const md = create()
    const colours = { brand: 'nope' }
    const { expected } = catchSettingError(() => checkSettings({ colours }))
    addonMarkdown(md, { settings: { colours } })
    expect(() => md.render('[a]{color=brand}')).toThrow(
      badSetting({ key: 'settings.colours.brand', value: 'nope', expected }),
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
