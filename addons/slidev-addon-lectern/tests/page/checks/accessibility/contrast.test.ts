import { describe, expect, it } from 'vitest'

import { ADVISED_THEMES } from '../../../../page/checks/accessibility/code-themes.ts'
import { describeContrast } from '../../../../page/checks/accessibility/contrast.ts'
import type { MeasuredContrast } from '../../../../page/checks/accessibility/contrast.ts'
import type { TextStyle } from '../../../../page/checks/accessibility/text-style.ts'
import type { Observation } from '../../../../page/observation.ts'

const GRAY: MeasuredContrast = {
  ratio: 2.849,
  least: 4.5,
  color: '#999999',
  background: '#ffffff',
}

function describeText(
  measured: Partial<MeasuredContrast> = {},
  style: Partial<TextStyle> = {},
): Observation {
  return describeContrast(
    { text: 'small' },
    '"small"',
    { ...GRAY, ...measured },
    { kind: 'p', color: '#999999', ...style },
  )
}

describe('the contrast of a text', () => {
  it('is told with the one it should have', () => {
    expect(describeText()).toMatchInlineSnapshot(`
      {
        "badness": 0.351000351000351,
        "expected": "at least 4.5:1, so that it can be read from the last row",
        "fix": "Choose a darker or lighter color for the text or its background.",
        "hint": {
          "text": "small",
        },
        "isDeckWide": true,
        "kind": "contrast of #999999 on #ffffff in p",
        "seen": ""small" has a contrast of 2.8:1 (#999999 on #ffffff)",
        "severity": "error",
      }
    `)
  })

  it.each([
    [3.2, 'hint'],
    [2.9, 'error'],
  ])('in a diagram is one cause for all of its colors: %d is of severity %s', (ratio, severity) => {
    expect(describeText({ ratio }, { diagram: { mode: 'dark' } })).toMatchObject({
      kind: 'diagram colors in dark mode',
      severity,
      items: ['#999999'],
      seen: expect.stringMatching(
        /^the diagram's own colors have \{count text color\} below 4\.5:1/,
      ),
    })
  })

  it.each([
    [4.46, '4.4', 'warning'],
    [4.499, '4.4', 'warning'],
    [3, '3.0', 'warning'],
    [2.99, '2.9', 'error'],
    [1, '1.0', 'error'],
  ])('of %d is rounded down to %s and of severity %s', (ratio, said, severity) => {
    const observation = describeText({ ratio })
    expect(observation.seen).toContain(`has a contrast of ${said}:1`)
    expect(observation.severity).toBe(severity)
  })

  it.each<[string, Observation, boolean]>([
    ['on another slide', describeText(), true],
    ['of another element', describeText({}, { kind: 'span.pale' }), false],
    ['of another color', describeText({ color: '#aaaaaa' }), false],
    ['on another background', describeText({ background: '#eeeeee' }), false],
  ])('has the same cause as that of a text %s: %3$s', (_which, { kind }, isSame) => {
    expect(kind === describeText().kind).toBe(isSame)
  })

  it('has the same cause on different images', () => {
    const [one, other] = ['#404040', '#606060'].map(
      (background) => describeText({ background, isVaried: true }).kind,
    )
    expect(one).toBe(other)
  })
})

describe('a text that an opacity makes pale', () => {
  const subtitle = { kind: 'p', isSubtitle: true, opacity: 0.5 }

  it('is told with its element and a rule that mends it', () => {
    const { seen, fix, kind } = describeText(
      { ratio: 3.9, color: '#808080' },
      { color: '#000000', dimming: subtitle },
    )
    expect(seen).toBe(
      '"small" has a contrast of 3.9:1 (#808080 on #ffffff), because the paragraph below a title has an opacity of 0.5',
    )
    expect(fix).toBe('Add `.slidev-layout h1 + p { opacity: 1 }` to styles/index.css.')
    expect(kind).toBe(
      describeText({ color: '#7d7d7d' }, { kind: 'code', color: '#000000', dimming: subtitle })
        .kind,
    )
  })

  it('is told by its color if that is pale as well', () => {
    expect(describeText({}, { color: '#999999', dimming: subtitle }).seen).not.toContain('opacity')
  })
})

describe('the colors of a code theme', () => {
  const code = (
    measured: Partial<MeasuredContrast>,
    style: Partial<TextStyle['code']> = { themes: { light: 'vitesse-light' } },
  ): Observation =>
    describeText(
      { background: '#f5f5f5', ...measured },
      { kind: 'code', code: { mode: 'light', themes: {}, ...style } },
    )

  it('are one cause, with the worst of them and a theme that has none', () => {
    const { seen, fix, items, kind } = code({ ratio: 2.11, color: '#a0ada0' })
    expect(seen).toBe(
      'the code theme `vitesse-light` has {count token color} below 4.5:1, at worst 2.1:1 (#a0ada0 on #f5f5f5) in "small"',
    )
    expect(fix).toBe(
      "Set `themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }` in setup/shiki.ts: `github-light-high-contrast` has none on #f5f5f5.",
    )
    expect(items).toEqual(['#a0ada0'])
    expect(kind).toBe(code({ color: '#999999' }).kind)
    expect(kind).not.toBe(code({}, { mode: 'dark' }).kind)
  })

  it.each([
    [2.9, 'warning'],
    [3.1, 'hint'],
  ])('of %d are of severity %s', (ratio, severity) => {
    expect(code({ ratio }).severity).toBe(severity)
  })

  it('are told without a name that is not known', () => {
    expect(code({}, { themes: {} }).seen).toMatch(/^the code theme has/)
  })

  it.each<[string, 'light' | 'dark', string, boolean]>([
    ['as light as it needs', 'light', '#f5f5f5', true],
    ['lighter', 'light', '#ffffff', true],
    ['darker than it needs', 'light', '#eeeeee', false],
    ['as dark as it needs', 'dark', '#1b1b1b', true],
    ['darker', 'dark', '#000000', true],
    ['lighter than it needs', 'dark', '#282c34', false],
  ])('are mended by another theme only on a background %s', (_how, mode, background, isAdvised) => {
    const { fix } = code({ background }, { mode })
    expect(fix.includes(ADVISED_THEMES[mode].name)).toBe(isAdvised)
  })

  it('are not mended by the theme they are of', () => {
    const { fix } = code({}, { themes: { light: ADVISED_THEMES.light.name } })
    expect(fix).not.toContain(ADVISED_THEMES.light.name)
  })
})
