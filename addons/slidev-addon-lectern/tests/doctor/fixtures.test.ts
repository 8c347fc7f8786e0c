import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { inspectSpelling } from '../../checks/spelling.ts'
import { readDeck } from '../../deck/read-deck.ts'

const FOLDER = join(import.meta.dirname, '../fixtures/doctor')
const HEALTHY_RE = /\.healthy\.md$/

const decks = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
const planted = decks.filter((name) => !HEALTHY_RE.test(name))

function readLines(name: string): string[] {
  return readFileSync(join(FOLDER, name), 'utf8').split('\n')
}

describe('the doctor’s fixture decks', () => {
  it('are at least 40 decks with a finding, each with a healthy twin', () => {
    const twins = decks.filter((name) => HEALTHY_RE.test(name))
    expect(twins.map((name) => name.replace(HEALTHY_RE, '.md'))).toEqual(planted)
    expect(planted.length).toBeGreaterThanOrEqual(40)
  })

  it.each(planted)('differ from their twins in a few lines: %s', (name) => {
    const [lines, healthy] = [readLines(name), readLines(name.replace('.md', '.healthy.md'))]
    const differing = [
      ...lines.filter((line) => !healthy.includes(line)),
      ...healthy.filter((line) => !lines.includes(line)),
    ]
    expect(differing.length).toBeGreaterThan(0)
    expect(differing.length).toBeLessThanOrEqual(14)
  })

  it('are misspelled only where a misspelling is planted', async () => {
    const misspelled: string[] = []
    for (const name of decks) {
      const findings = await inspectSpelling(await readDeck(name, FOLDER))
      misspelled.push(...findings.map(({ file, line }) => `${file}:${line}`))
    }
    expect(misspelled).toEqual(['spelling-alt.md:16', 'spelling-note.md:17', 'spelling.md:14'])
  })
})
