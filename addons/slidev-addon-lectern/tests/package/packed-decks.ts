import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { inject } from 'vitest'

import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { withLock } from '../../output/lock.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import type { TemporaryFolder } from '../harness/project-copy.ts'
import { run } from '../harness/registry.ts'

/** Decks of `tests/fixtures/package`, each a folder beside the installed packages. */
export const DECKS = ['plain', 'seriph', 'own'] as const

/** See {@link DECKS}. */
export type DeckName = (typeof DECKS)[number]

/**
 * Builds and packs the addon as it is published.
 *
 * @param folder - Folder for the tarball.
 * @returns Path of the tarball.
 */
function packLectern(folder: string): string {
  const built = join(folder, 'package')
  execFileSync(process.execPath, [join(PACKAGE_ROOT, 'build.mjs'), built], { stdio: 'ignore' })
  const printed = execFileSync(
    'npm',
    ['pack', built, '--json', '--offline', '--ignore-scripts', '--pack-destination', folder],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const file = /"filename":\s*"([^"]+\.tgz)"/.exec(printed)?.[1]
  if (!file) {
    throw new Error(`npm pack named no tarball:\n${printed}`)
  }
  return join(folder, file)
}

/**
 * Packs the addon once for all test files.
 *
 * @returns Path of the tarball.
 */
export async function sharePackage(): Promise<string> {
  const folder = join(inject('sharedBuilds'), 'lectern-package')
  const named = join(folder, 'tarball.txt')
  const work = { description: 'packing the addon', log: () => {} }
  return withLock(`${folder}.lock`, work, async () => {
    if (!existsSync(named)) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(named, packLectern(folder))
    }
    return readFileSync(named, 'utf8')
  })
}

/**
 * Installs the packed addon with a version of Slidev into an empty folder, and puts the decks beside it.
 *
 * @param env - Variables of the shell, such as the PATH of another Node.
 * @throws {NoRegistry} where there is no registry.
 */
export async function installDecks(
  { path }: TemporaryFolder,
  tarball: string,
  slidev: string,
  env?: NodeJS.ProcessEnv,
): Promise<void> {
  writeFileAtomically(join(path, 'package.json'), '{ "private": true, "type": "module" }\n')
  const packages = [
    `@slidev/cli@${slidev}`,
    '@slidev/theme-default',
    '@slidev/theme-seriph',
    `playwright-chromium@${readPlaywrightVersion()}`,
    tarball,
  ]
  await run(`npm install ${packages.join(' ')}`, path, env)
  cpSync(join(PACKAGE_ROOT, 'tests/fixtures/package'), path, { recursive: true })
}

/** Returns the version of Playwright that the tests themselves use: its browser is on this machine. */
function readPlaywrightVersion(): string {
  const root: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(PACKAGE_ROOT, '../../package.json'), 'utf8'),
  )
  return root.dependencies['playwright-chromium'] ?? 'latest'
}
