// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../../../fixtures/doctor')
const HEALTHY_RE = /\.healthy\.md$/

/** Decks whose twin would be like all other healthy ones. */
const WITHOUT_TWIN = new Set(['deck-favicon.md'])

const decks = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
const faulty = decks.filter((name) => !HEALTHY_RE.test(name))
const paired = faulty.filter((name) => !WITHOUT_TWIN.has(name))

function readLines(name: string): string[] {
  return readFileSync(join(FOLDER, name), 'utf8').split('\n')
}

describe('the doctor’s fixture decks', () => {
  it('are at least 40 faults, each with a healthy twin', () => {
    const twins = decks.filter((name) => HEALTHY_RE.test(name))
    expect(twins.map((name) => name.replace(HEALTHY_RE, '.md'))).toEqual(paired)
    expect(faulty.length).toBeGreaterThanOrEqual(40)
  })

  it.each(paired)('differ from their twins in a few lines: %s', (name) => {
    const [lines, healthy] = [readLines(name), readLines(name.replace('.md', '.healthy.md'))]
    const differing = [
      ...lines.filter((line) => !healthy.includes(line)),
      ...healthy.filter((line) => !lines.includes(line)),
    ]
    expect(differing.length).toBeGreaterThan(0)
    expect(differing.length).toBeLessThanOrEqual(14)
  })
})
