import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import Color from 'colorjs.io'
import { parse } from 'postcss'
import { describe, expect, it } from 'vitest'

/** Reads the custom properties that the rules for a selector in a style sheet set themselves. */
function readProperties(file: string, selector: string): Map<string, string> {
  const properties = new Map<string, string>()
  const css = readFileSync(join(import.meta.dirname, '../styles', file), 'utf8')
  parse(css).each((rule) => {
    if (rule.type === 'rule' && rule.selectors.includes(selector)) {
      rule.each((part) => {
        if (part.type === 'decl' && part.prop.startsWith('--')) {
          properties.set(part.prop, part.value)
        }
      })
    }
  })
  return properties
}

/** Colors of texts, by the color of the ground they are on. */
const PAIRS = [
  ['--deck-ink', '--deck-paper'],
  ['--deck-heading', '--deck-paper'],
  ['--deck-muted', '--deck-paper'],
  ['--deck-accent', '--deck-paper'],
  ['--deck-ink', '--deck-code-paper'],
  ['--deck-accent', '--deck-code-paper'],
] as const

describe.each([
  ['a light slide', []],
  ['a dark slide', [['tokens.css', '.dark']]],
  ['a cover in light mode', [['deck.css', '.slidev-layout.cover']]],
  [
    'a cover in dark mode',
    [
      ['tokens.css', '.dark'],
      ['deck.css', '.slidev-layout.cover'],
    ],
  ],
] as const)('the texts of %s', (_, rules) => {
  const properties = new Map(
    [['tokens.css', ':root'] as const, ...rules].flatMap(([file, selector]) => [
      ...readProperties(file, selector),
    ]),
  )
  const resolve = (value = ''): string => {
    const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
    return name === undefined ? value : resolve(properties.get(name))
  }

  it.each(PAIRS)('can be read: %s on %s', (text, ground) => {
    const [one, other] = [text, ground].map((name) => new Color(resolve(properties.get(name))))
    expect(other && one?.contrastWCAG21(other)).toBeGreaterThanOrEqual(4.5)
  })
})
