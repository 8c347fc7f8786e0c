import { describe, expect, it } from 'vitest'

import {
  badSetting,
  refusedAttributes,
  ruleNotRegistered,
  unknownColor,
} from '../../markdown/messages.ts'

describe('unknownColor', () => {
  it('names place, color, span and the nearest name', () => {
    const message = unknownColor({
      line: 'slides.md:42',
      value: 'grey5000',
      span: '[small]{color=grey5000}',
      suggestion: 'gray500',
    })
    expect(message).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:42: unknown color "grey5000" in [small]{color=grey5000}.
        Did you mean gray500? Palette names, Tailwind shades, CSS color names, #hex, rgb(), hsl() and oklch() are understood.
        The text is shown without color until this is fixed."
    `)
  })

  it('suggests nothing where nothing is near', () => {
    const message = unknownColor({ line: 'slides.md:1', value: 'x', span: '[a]{color=x}' })
    expect(message).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:1: unknown color "x" in [a]{color=x}.
        Palette names, Tailwind shades, CSS color names, #hex, rgb(), hsl() and oklch() are understood.
        The text is shown without color until this is fixed."
    `)
  })

  it('cuts a long span in the middle and keeps both of its ends', () => {
    const span = `[${'a'.repeat(1000)}]{color=nope}`
    const [first = ''] = unknownColor({ line: 'slides.md:1', value: 'nope', span }).split('\n')
    expect(first).toContain(`in [${'a'.repeat(39)} … `)
    expect(first).toContain('a]{color=nope}.')
    expect(first.length).toBeLessThan(150)
  })

  it.each([
    '\u0000',
    '\u001B[31m',
    '\u007F',
    '\u009B',
    '\n',
    '\r',
    '\u061C',
    '\u200E',
    '\u2028',
    '\u202E',
    '\u2066',
  ])('lets no %j reach the terminal', (character) => {
    const value = `re${character}d`
    const message = unknownColor({ line: 'slides.md:1', value, span: `[a]{color=${value}}` })
    expect(message.split('\n')).toHaveLength(3)
    expect(message).not.toContain(value)
    expect(message).toMatch(/color "re (?:\[31m)?d" in \[a\]\{color=re /)
  })
})

describe('refusedAttributes', () => {
  it('names place, attributes and those left out', () => {
    const message = refusedAttributes({
      line: 'slides.md:7',
      attributes: '{width=wide onerror=x .b}',
      refused: ['width=wide', 'onerror=x'],
    })
    expect(message).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:7: "width=wide", "onerror=x" in {width=wide onerror=x .b} is left out.
        An image takes width and height in px or %, .class, #id and steps.
        For anything else write an <img> tag."
    `)
  })
})

describe('in strict mode', () => {
  it('says that the build stops instead of what is shown', () => {
    const place = { line: 'slides.md:7', isStrict: true }
    expect(unknownColor({ ...place, value: 'x', span: '[a]{color=x}' })).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:7: unknown color "x" in [a]{color=x}.
        Palette names, Tailwind shades, CSS color names, #hex, rgb(), hsl() and oklch() are understood.
        The build stops here because strict is set."
    `)
    expect(refusedAttributes({ ...place, attributes: '{a=b}', refused: ['a=b'] }))
      .toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:7: "a=b" in {a=b} is left out.
        An image takes width and height in px or %, .class, #id and steps.
        For anything else write an <img> tag.
        The build stops here because strict is set."
    `)
  })
})

describe('badSetting', () => {
  it('names place, key, value and expected value', () => {
    const facts = { key: 'addon.colors.brand', value: { a: 1 }, expected: 'Expected a color.' }
    expect(badSetting({ ...facts, line: 'slides.md:4' })).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md:4: addon.colors.brand is {"a":1}.
        Expected a color."
    `)
    expect(badSetting(facts)).toMatchInlineSnapshot(`
      "[slidev-addon-addon] addon.colors.brand is {"a":1}.
        Expected a color."
    `)
  })

  it('says of a missing value that it is missing, and cuts a long one', () => {
    const facts = { key: 'addon.colors.brand', expected: '' }
    expect(badSetting({ ...facts, value: undefined })).toContain('brand is missing.')
    expect(badSetting({ ...facts, value: 'x'.repeat(1000) }).length).toBeLessThan(150)
  })
})

describe('ruleNotRegistered', () => {
  it('names the file and the likely cause', () => {
    expect(ruleNotRegistered('slides.md')).toMatchInlineSnapshot(`
      "[slidev-addon-addon] slides.md: the rule for colored spans did not reach the Markdown engine, so [text]{color=red} would be shown as typed.
        A vite.config.ts replaces slidev.markdown, or its list markdownUses.
        Make it add to them instead."
    `)
  })
})
