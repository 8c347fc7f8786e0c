import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { ensureBrowser } from '../../browser/find-browser.ts'
import type { Finding } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import { examineDeck } from '../../doctor/examine-deck.ts'
import type { Diagnosis } from '../../doctor/examine-deck.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import type { PlantedFault } from './planted-faults.ts'
import { QUIET, ROOT, writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

export const FIXTURES = join(ROOT, 'tests/fixtures/doctor')

/** A copy of the fixture decks with dependencies of its own, so that nothing is written beside them. */
export function copyFixtures(): TemporaryFolder {
  const folder = writeDeck({})
  cpSync(FIXTURES, folder.path, { recursive: true })
  // Bundled, so that lines are as long on every machine.
  const fonts = ['inter', 'jetbrains-mono'].map(
    (name) => `@import '@fontsource-variable/${name}';\n`,
  )
  writeFileAtomically(join(folder.path, 'styles/index.css'), fonts.join(''))
  return folder
}

/**
 * Writes a deck that imports others, one after the other: a single build for all of them.
 *
 * @param decks - Their file names.
 * @param setting - A further line of the headmatter.
 * @returns The file's name.
 */
export function writeCollection(
  folder: TemporaryFolder,
  decks: readonly string[],
  setting = '',
): string {
  const name = `all-${decks.length}-from-${decks[0] ?? ''}`
  const headmatter = [
    'title: All of them',
    'fonts:',
    '  provider: none',
    '  sans: Inter Variable',
    '  mono: JetBrains Mono Variable',
    'favicon: /favicon.svg',
    'layout: default',
    setting,
  ]
  const imports = decks.map((deck) => `---\nsrc: ./${deck}\n---\n`)
  writeFileSync(
    join(folder.path, name),
    `---\n${headmatter.filter(Boolean).join('\n')}\n---\n\n# All\n\n${imports.join('\n')}`,
  )
  return name
}

/** Examines a deck of a folder as the command does. */
export async function examine(
  folder: TemporaryFolder,
  entry: string,
  options: { checks?: CheckName[]; slides?: string; online?: boolean } = {},
): Promise<Diagnosis> {
  return examineDeck({
    entry,
    workingFolder: folder.path,
    browserPath: () => ensureBrowser(console.log),
    progress: QUIET,
    ...options,
  })
}

/** What a test compares of a finding. */
export interface ComparedFinding {
  check: CheckName
  /** `overflow-bottom.md:28` */
  place: string
  seen: string
  when: string | undefined
}

/** The findings on a deck's own lines. */
export function findingsOf(findings: readonly Finding[], deck: string): ComparedFinding[] {
  return findings
    .filter(({ file }) => file === `${deck}.md`)
    .map(({ check, file, line, seen, when }) => ({ check, place: `${file}:${line}`, seen, when }))
}

/** Where a fault is planted, such as `overflow-bottom.md:28`: its line is the only one with its text. */
export function placeOf({ deck, line }: PlantedFault): string {
  const lines = readFileSync(join(FIXTURES, `${deck}.md`), 'utf8').split('\n')
  const numbers = lines.flatMap((text, index) => (text.includes(line) ? index + 1 : []))
  if (numbers.length !== 1) {
    throw new Error(`${deck}.md has ${numbers.length} lines with "${line}", and must have one.`)
  }
  return `${deck}.md:${numbers[0]}`
}
