import { describe, expect, it } from 'vitest'

import { addonMarkdown } from '../../markdown/index.ts'
import { ENGINES } from './engines.ts'
import type { CreateEngine } from './engines.ts'
import { countSteps } from './steps.ts'

/** Length of a text, enough to reach the deepest nesting. */
const LENGTH = 2000

/** Writes texts of any length that a careless rule would search many times. */
const TEXTS: [what: string, write: (length: number) => string][] = [
  ['opening brackets', (length) => fill('[', length)],
  ['nested brackets', (length) => `${fill('[', length / 2)}${fill(']', length / 2)}{color=`],
  ['nested brackets with attributes', (length) => fill('[[[a]]]{color=', length)],
  ['ends of links', (length) => fill('](', length)],
  ['beginnings of attributes', (length) => fill('{color=', length)],
  ['beginnings of spans', (length) => fill('[a]{color=', length)],
  ['spans', (length) => fill('[a]{color=red} ', length)],
  ['spans in unknown colors', (length) => fill('[a]{color=nope} ', length)],
  ['nested spans', (length) => `${'['.repeat(length / 13)}a${']{color=red}'.repeat(length / 13)}`],
  ['values of parentheses', (length) => `[a]{color=${fill('rgb(', length)}`],
  ['classes', (length) => `[a]{color=red ${fill('.a ', length)}`],
  ['beginnings of code in a span', (length) => `[${fill('` `` ``` ', length)}]{color=red}`],
  ['link destinations in a span', (length) => `[${fill('](<a', length)}]{color=red}`],
  ['link titles in a span', (length) => `[${fill('[a](b "', length)}]{color=red}`],
  ['images with torn attributes', (length) => fill('![a](b){c="', length)],
  ['images with refused attributes', (length) => fill('![a](b){onload=c} ', length)],
]

// A rule that searches the whole text for each of its pieces takes four times the steps for twice the text.
describe.each(ENGINES)('on %s', (_name, create) => {
  it.each(TEXTS)('takes twice the steps for twice as many %s', (_what, write) => {
    const steps = countRender(create, write(LENGTH))
    expect(steps).toBeGreaterThan(LENGTH)
    expect(countRender(create, write(2 * LENGTH)) / steps).toBeLessThan(2.4)
  })
})

function countRender(create: CreateEngine, text: string): number {
  const md = create()
  addonMarkdown(md, { logger: { warn: () => {} } })
  return countSteps(() => md.render(text))
}

/** Repeats a piece up to a length. */
function fill(piece: string, length: number): string {
  return piece.repeat(Math.floor(length / piece.length))
}
