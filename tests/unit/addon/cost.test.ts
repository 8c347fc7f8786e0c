// @vitest-environment node
import { performance } from 'node:perf_hooks'

import { describe, expect, it } from 'vitest'

import { addonMarkdown } from '../../../addons/slidev-addon-addon/markdown/index.ts'
import { ENGINES } from './engines.ts'
import type { CreateEngine } from './engines.ts'

const LENGTH = 100_000
/** What the addon may take beyond twice the engine's own time; a quadratic rule takes seconds. */
const CONSTANT_MS = 150
const RUNS = 5

/** Texts of 100 kB that a careless rule searches again and again. */
const TEXTS: [what: string, text: string][] = [
  ['opening brackets', fill('[')],
  ['nested brackets', `${fill('[', 0.5)}${fill(']', 0.5)}{color=`],
  ['nested brackets with attributes', fill('[[[a]]]{color=')],
  ['ends of links', fill('](')],
  ['beginnings of attributes', fill('{color=')],
  ['beginnings of spans', fill('[a]{color=')],
  ['spans', fill('[a]{color=red} ')],
  ['spans in unknown colours', fill('[a]{color=nope} ')],
  ['nested spans', `${fill('[', 0.08)}a${fill(']{color=red}', 0.92)}`],
  ['values of parentheses', `[a]{color=${fill('rgb(')}`],
  ['classes', `[a]{color=red ${fill('.a ')}`],
  ['beginnings of code in a span', `[${fill('` `` ``` ')}]{color=red}`],
  ['link destinations in a span', `[${fill('](<a')}]{color=red}`],
  ['link titles in a span', `[${fill('[a](b "')}]{color=red}`],
  ['images with torn attributes', fill('![a](b){c="')],
  ['images with refused attributes', fill('![a](b){onload=c} ')],
]

describe.each(ENGINES)('on %s', { timeout: 60_000 }, (_name, create) => {
  it.each(TEXTS)('renders 100 kB of %s in less than twice the engine’s own time', (_what, text) => {
    const { own, added } = measure(create, text)
    expect(added).toBeLessThan(2 * own + CONSTANT_MS)
  })
})

/**
 * The least time in ms of several runs without the addon and with it. They take turns, so that other work
 * of the machine falls on both.
 */
function measure(create: CreateEngine, text: string): { own: number; added: number } {
  let own = Infinity
  let added = Infinity
  for (let run = 0; run < RUNS; run += 1) {
    own = Math.min(own, time(create(), text))
    const md = create()
    addonMarkdown(md, { logger: { warn: () => {} } })
    added = Math.min(added, time(md, text))
  }
  return { own, added }
}

function time(md: ReturnType<CreateEngine>, text: string): number {
  const start = performance.now()
  md.render(text)
  return performance.now() - start
}

/** A text of a share of the length, made of one piece. */
function fill(piece: string, share = 1): string {
  return piece.repeat(Math.floor((LENGTH * share) / piece.length))
}
