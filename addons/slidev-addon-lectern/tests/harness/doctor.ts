import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Finding } from '../../checks/finding.ts'
import type { CheckName } from '../../deck/check-names.ts'
import type { Diagnosis } from '../../doctor/diagnosis.ts'
import { examineDeck } from '../../doctor/examine-deck.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import type { Severity } from '../../page/observation.ts'
import type { PlantedFinding } from './planted-findings.ts'
import { writeDeck } from './project-copy.ts'
import type { TemporaryFolder } from './project-copy.ts'

export const FIXTURES = join(import.meta.dirname, '../fixtures/doctor')

/** Copies the fixture decks to a folder with its own dependencies, because Slidev writes beside a deck. */
export function copyFixtures(): TemporaryFolder {
  const folder = writeDeck({})
  cpSync(FIXTURES, folder.path, { recursive: true })
  // Bundled fonts make lines equally long on every machine.
  const fonts = ['inter', 'jetbrains-mono'].map(
    (name) => `@import '@fontsource-variable/${name}';\n`,
  )
  writeFileAtomically(join(folder.path, 'styles/index.css'), fonts.join(''))
  return folder
}

/**
 * Writes a deck that imports others, so that one build serves all of them.
 *
 * @param decks - File names of the imported decks.
 * @param setting - An additional line of the headmatter.
 * @returns The deck's file name.
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

/** Examines a deck of a folder, as the command does. */
export async function examine(
  folder: TemporaryFolder,
  entry: string,
  options: { checks?: CheckName[]; slides?: string; online?: boolean } = {},
): Promise<Diagnosis> {
  return examineDeck({ entry, workingFolder: folder.path, ...options })
}

/** Parts of a finding that tests compare. */
export interface ComparedFinding {
  check: CheckName
  /** `overflow-bottom.md:28` */
  place: string
  seen: string
  when: string | undefined
  severity: Severity
}

/** Returns the findings in a deck's own file. */
export function findingsOf(findings: readonly Finding[], deck: string): ComparedFinding[] {
  return findings
    .filter(({ file }) => file === `${deck}.md`)
    .map(({ check, file, line, seen, when, severity }) => ({
      check,
      place: `${file}:${line}`,
      seen,
      when,
      severity,
    }))
}

/** Returns the line of a planted finding, such as `overflow-bottom.md:28`. */
export function placeOf({ deck, line }: PlantedFinding): string {
  const lines = readFileSync(join(FIXTURES, `${deck}.md`), 'utf8').split('\n')
  const numbers = lines.flatMap((text, index) => (text.includes(line) ? index + 1 : []))
  if (numbers.length !== 1) {
    throw new Error(`${deck}.md has ${numbers.length} lines with "${line}", and must have one.`)
  }
  return `${deck}.md:${numbers[0]}`
}
