// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'

import { contrastOf } from '../../../../client/colors.ts'
import {
  ADVISED_THEMES,
  adviseThemes,
  inspectCodeThemes,
  readThemes,
} from '../../../../page/checks/accessibility/code-themes.ts'
import type { CodeThemes } from '../../../../page/checks/accessibility/code-themes.ts'
import { toRgb } from '../../../../page/checks/accessibility/contrast.ts'

const { light: LIGHT, dark: DARK } = ADVISED_THEMES

afterEach(() => {
  document.body.innerHTML = ''
  document.documentElement.className = ''
})

describe('the advice on code themes', () => {
  it.each<[string, 'light' | 'dark', CodeThemes, string, string]>([
    ['keeps the dark theme', 'light', { light: 'one', dark: 'two' }, LIGHT.name, 'two'],
    ['keeps the light theme', 'dark', { light: 'one', dark: 'two' }, 'one', DARK.name],
    ['keeps the only theme', 'light', { light: 'nord', dark: 'nord' }, LIGHT.name, 'nord'],
    [
      "replaces Slidev's own",
      'light',
      { light: 'vitesse-light', dark: 'vitesse-dark' },
      LIGHT.name,
      DARK.name,
    ],
    ['names a theme for a mode without one', 'light', { light: 'one' }, LIGHT.name, DARK.name],
  ])('%s', (_what, mode, themes, light, dark) => {
    expect(adviseThemes(mode, themes)).toBe(
      `Set \`themes: { light: '${light}', dark: '${dark}' }\` in setup/shiki.ts`,
    )
  })
})

describe('the themes of a block of code', () => {
  const read = (attributes: string): CodeThemes => {
    document.body.innerHTML = `<pre ${attributes}><code>a</code></pre>`
    return readThemes(document.body.querySelector('code') ?? document.body)
  }

  it('are read by mode, in the order of their variables', () => {
    const style = '--shiki-dark: #fff; --shiki-light: #000; --shiki-dark-bg: #000;'
    expect(read(`class="shiki shiki-themes one two" style="${style}"`)).toEqual({
      dark: 'one',
      light: 'two',
    })
  })

  it('are only those that there are', () => {
    expect(read('class="shiki shiki-themes one slidev-code" style="--shiki-light: #000"')).toEqual({
      light: 'one',
    })
  })

  it('are the same in both modes if there is one', () => {
    expect(read('class="shiki nord slidev-code"')).toEqual({ light: 'nord', dark: 'nord' })
  })
})

describe('code without colors', () => {
  const THEMES = 'shiki shiki-themes one slidev-code'
  const tokens = (...styles: string[]): string =>
    styles.map((style, nth) => `<span style="${style}">w${nth}</span>`).join('\n')

  function inspect(inside: string, mode = 'dark'): string[] {
    document.documentElement.className = mode
    document.body.innerHTML = `<pre class="${THEMES}" style="--shiki-light: #000">${inside}</pre>`
    return inspectCodeThemes(document.body).flatMap(({ seen, fix }) => [seen, fix])
  }

  it('is found in a mode without a theme, with themes for both', () => {
    expect(inspect(tokens('--shiki-light: #111111', '--shiki-light: #222222'))).toEqual([
      'the code "w0" has one color, because `themes` in setup/shiki.ts has no `dark`',
      `Set \`themes: { light: 'one', dark: '${DARK.name}' }\` in setup/shiki.ts.`,
    ])
  })

  it.each([
    ['in a mode with a theme', tokens('--shiki-light: #111', '--shiki-light: #222'), 'light'],
    ['of one kind of token', tokens('--shiki-light: #111', '--shiki-light: #111'), 'dark'],
    [
      'that a style sheet colors',
      tokens('--shiki-light: #111; color: red', '--shiki-light: #222; color: blue'),
      'dark',
    ],
    [
      'of a theme with one color',
      tokens('--shiki-light: #111; --shiki-dark: #fff', '--shiki-light: #222; --shiki-dark: #fff'),
      'dark',
    ],
    ['of a single theme', tokens('color: #111', 'color: #222'), 'dark'],
  ])('is not found %s', (_what, inside, mode) => {
    expect(inspect(inside, mode)).toEqual([])
  })
})

describe('the themes that are advised', () => {
  // Signs of diffs with a background of their own.
  const UNUSED = /carriage-return|markup\.(?:ignored|untracked)/

  it.each([
    ['light', '#ffffff'],
    ['light', '#f5f5f5'],
    ['dark', '#000000'],
    ['dark', '#1b1b1b'],
  ] as const)('have no %s token color below 4.5:1 on %s', async (mode, background) => {
    const { name } = ADVISED_THEMES[mode]
    const { default: theme } = await import(`@shikijs/themes/${name}`)
    const tokens: { scope?: string | string[]; settings: { foreground?: string } }[] =
      theme.tokenColors
    const colors = tokens
      .filter(({ scope = [] }) => !UNUSED.test([scope].flat().join()))
      .flatMap(({ settings }) => settings.foreground ?? [])
    expect(colors.length).toBeGreaterThan(20)
    const pale = colors.filter((color) => contrastOf(toRgb(color), toRgb(background)) < 4.5)
    expect(pale).toEqual([])
  })
})
