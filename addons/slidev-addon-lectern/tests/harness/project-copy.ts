import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { ensureBrowser } from '../../browser/find-browser.ts'
import { buildDeck } from '../../deck/build-deck.ts'
import { PACKAGE_ROOT } from '../../deck/package-root.ts'
import { readDeck } from '../../deck/read-deck.ts'
import { runSlidev } from '../../deck/run-slidev.ts'
import { NO_PROGRESS } from '../../output/progress.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { buildSite } from '../../site/build-site.ts'
import type { SiteOptions } from '../../site/build-site.ts'
import { linkDependencies } from './link-dependencies.ts'

/** The project's root. */
export const ROOT = join(import.meta.dirname, '../../../..')

/** Folders of the fixture decks. */
export const FIXTURES = {
  accessible: join(PACKAGE_ROOT, 'tests/fixtures/accessible'),
  talk: join(ROOT, 'tests/fixtures/talk'),
  seed: join(ROOT, 'tests/fixtures/seed'),
  features: join(PACKAGE_ROOT, 'tests/fixtures/features'),
  print: join(PACKAGE_ROOT, 'tests/fixtures/print'),
  figures: join(PACKAGE_ROOT, 'tests/fixtures/figures-deck'),
}

/** Name of a fixture deck. */
export type Fixture = keyof typeof FIXTURES

/**
 * Files and folders of the project that its deck needs; dependencies are linked. Text and images are the fixture's,
 * because the author may change those of the project.
 */
const ROOMS = [
  'slide-bottom.vue',
  'components',
  'setup',
  'styles',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
]

export { NO_PROGRESS as QUIET }

/** A temporary folder, which the test removes. */
export interface TemporaryFolder {
  path: string
  remove: () => void
}

/** Creates an empty folder outside the project. */
export function makeFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'lectern-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Copies the project into a folder of its own, with the deck of a fixture, so that a test can change its files.
 *
 * @param folder - A new folder unless it is given.
 */
export function copyProject(
  fixture: Fixture = 'talk',
  folder: TemporaryFolder = makeFolder(),
): TemporaryFolder {
  for (const room of ROOMS) {
    cpSync(join(ROOT, room), join(folder.path, room), { recursive: true })
  }
  cpSync(FIXTURES[fixture], folder.path, { recursive: true, filter: isSource })
  installDependencies(folder.path)
  return folder
}

/** Tells whether a path is part of a fixture, and not what Slidev wrote where somebody ran it there. */
function isSource(path: string): boolean {
  return basename(path) !== 'node_modules'
}

/** Copies the deck of a fixture alone, which has nothing of the project but its dependencies. */
export function copyFixture(
  fixture: Fixture,
  folder: TemporaryFolder = makeFolder(),
): TemporaryFolder {
  cpSync(FIXTURES[fixture], folder.path, { recursive: true, filter: isSource })
  installDependencies(folder.path)
  return folder
}

/** Gives a folder the project's dependencies, and their commands such as `lectern`. */
function installDependencies(folder: string): void {
  linkDependencies(ROOT, folder)
  symlinkSync(join(ROOT, 'node_modules/.bin'), join(folder, 'node_modules/.bin'))
}

/**
 * Writes a deck into a folder of its own, with the project's dependencies.
 *
 * @param files - Content by path within the deck, such as `slides.md`.
 */
export function writeDeck(files: Readonly<Record<string, string>>): TemporaryFolder {
  const folder = makeFolder()
  for (const [path, content] of Object.entries(files)) {
    writeFileAtomically(join(folder.path, path), content)
  }
  installDependencies(folder.path)
  return folder
}

/**
 * Builds the deck of a folder into its `dist`.
 *
 * @returns Path of the built deck.
 * @throws {Error} with everything Slidev printed when it fails.
 */
export async function buildFolder(folder: TemporaryFolder): Promise<string> {
  const out = join(folder.path, 'dist')
  await buildDeck(await readDeck(join(folder.path, 'slides.md')), out)
  return out
}

/**
 * Builds the site of a folder's deck as `lectern build` does.
 *
 * @param order - Options that differ from the public site at the root of a host, in `dist`.
 * @returns Path of the site.
 */
export async function publishDeck(
  folder: TemporaryFolder,
  order: Partial<SiteOptions> = {},
): Promise<string> {
  const { out } = await buildSite({
    entry: join(folder.path, 'slides.md'),
    out: join(folder.path, 'dist'),
    ...order,
  })
  return out
}

/**
 * Time that Slidev waits before it prints, in ms. Without it, Slidev prints as soon as the network is quiet, which on
 * a busy machine is before the first slide is there.
 */
const EXPORT_WAIT_MS = 5000

/**
 * Exports the deck of a folder to PDF with Slidev's own command.
 *
 * @throws {Error} with everything Slidev printed when it fails.
 */
export async function exportPdf(folder: string, output: string): Promise<void> {
  const browser = ensureBrowser(console.log)
  const wait = String(EXPORT_WAIT_MS)
  const { code, output: printed } = await runSlidev(
    [
      'export',
      'slides.md',
      '--with-toc',
      '--wait',
      wait,
      '--output',
      output,
      '--executable-path',
      browser,
    ],
    folder,
  )
  if (code !== 0) {
    throw new Error(`The export ended with ${code}:\n${printed}`)
  }
}
