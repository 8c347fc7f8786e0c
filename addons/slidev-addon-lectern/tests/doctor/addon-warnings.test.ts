import { describe, expect, it } from 'vitest'

import {
  badSetting,
  refusedAttributes,
  ruleNotRegistered,
  unknownColor,
} from '../../../slidev-addon-addon/markdown/messages.ts'
import { readAddonWarnings } from '../../doctor/addon-warnings.ts'
import { writeDeck } from '../harness/decks.ts'

const DECK = '# One\n\n[small]{color=grey5000}\n\n---\n\n# Two\n\n![x](/x.png){width=wide}\n'

/** Puts Slidev's output around warnings of the addon. */
function printAround(...warnings: string[]): string {
  return [
    '',
    '  ●■▲',
    '  Slidev  v52.20.1',
    '  theme   default',
    '',
    'vite v8.3.8 building client environment for production...',
    ...warnings,
    '✓ 812 modules transformed.',
    '  dist/index.html  1.2 kB',
    '(!) Some chunks are larger than 500 kB',
    '',
  ].join('\n')
}

const UNKNOWN = {
  line: 'slides.md:3',
  value: 'grey5000',
  span: '[small]{color=grey5000}',
  suggestion: 'gray500',
}

describe('readAddonWarnings', () => {
  it('reads an unknown color and a refused attribute', async () => {
    const output = printAround(
      unknownColor(UNKNOWN),
      refusedAttributes({
        line: 'slides.md:9',
        attributes: '{width=wide}',
        refused: ['width=wide'],
      }),
    )
    expect(readAddonWarnings(output, await writeDeck(DECK))).toMatchInlineSnapshot(`
      [
        {
          "check": "colors",
          "expected": "a known color",
          "file": "slides.md",
          "fix": "Did you mean gray500? Palette names, Tailwind shades, CSS color names, #hex, rgb(), hsl() and oklch() are understood. The text is shown without color until this is fixed.",
          "line": 3,
          "seen": "unknown color "grey5000" in [small]{color=grey5000}",
          "severity": "warning",
          "slide": 1,
        },
        {
          "check": "images",
          "expected": "attributes that an image can have",
          "file": "slides.md",
          "fix": "An image takes width and height in px or %, .class, #id and steps. For anything else write an <img> tag.",
          "line": 9,
          "seen": ""width=wide" in {width=wide} is left out",
          "severity": "warning",
          "slide": 2,
        },
      ]
    `)
  })

  it('ends the advice before the next warning, or other output', async () => {
    const warning = unknownColor(UNKNOWN)
    const again = unknownColor({ ...UNKNOWN, line: 'slides.md:9' })
    const output = `${warning}\n${again}\n✓ built in 3 s\n  dist/index.html\n`
    const advice = warning.replace(/^.*\n/, '').replace(/\s+/g, ' ').trim()
    const findings = readAddonWarnings(output, await writeDeck(DECK))
    expect(findings.map(({ line, fix }) => [line, fix])).toEqual([
      [3, advice],
      [9, advice],
    ])
  })

  it('does not take an attribute called color for a color', async () => {
    const warning = refusedAttributes({
      line: 'slides.md:1',
      attributes: '{color=red}',
      refused: ['color=red'],
    })
    const deck = await writeDeck('![x](/x.png){color=red}\n')
    expect(readAddonWarnings(warning, deck)).toMatchObject([{ check: 'images' }])
  })

  it('reports a setting that stops the build under colors', async () => {
    const message = badSetting({
      line: 'slides.md:3',
      key: 'addon.colors.brand',
      value: 'url(x)',
      expected: 'Expected a color.',
    })
    const output = `error during build:\nError: ${message}\n    at checkSettings`
    expect(readAddonWarnings(output, await writeDeck(DECK))).toMatchObject([
      {
        check: 'colors',
        line: 3,
        seen: 'addon.colors.brand is "url(x)"',
        fix: 'Expected a color.',
      },
    ])
  })

  it('finds the slide in the file that it is imported from', async () => {
    const deck = await writeDeck('# One\n\nText.\n\nText.\n\n---\nsrc: ./part/more.md\n---\n', {
      'part/more.md': '# More\n\n---\n\n[small]{color=grey5000}\n',
    })
    const output = printAround(unknownColor({ ...UNKNOWN, line: 'part/more.md:5' }))
    expect(readAddonWarnings(output, deck)).toMatchObject([
      { check: 'colors', slide: 3, file: 'part/more.md', line: 5 },
    ])
  })

  it('keeps the printed line if no slide has it', async () => {
    const output = printAround(unknownColor({ ...UNKNOWN, line: 'other.md:80' }))
    expect(readAddonWarnings(output, await writeDeck(DECK))).toMatchObject([
      { slide: 1, file: 'other.md', line: 80 },
    ])
  })

  it.each([
    ['nothing else', printAround()],
    ['an error of the addon without a line', printAround(ruleNotRegistered('slides.md'))],
    [
      'a warning of another addon',
      printAround('[slidev-addon-other] slides.md:3: odd.\n  Mend it.'),
    ],
    ['no output', ''],
  ])('reads nothing from %s', async (_what, output) => {
    expect(readAddonWarnings(output, await writeDeck(DECK))).toEqual([])
  })
})
