import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { linkDependencies } from '../../../../bench/link-dependencies.ts'
import { ensureBrowser } from '../../browser/find-browser.ts'
import { buildDeck } from '../../deck/build-deck.ts'
import { runSlidev } from '../../deck/run-slidev.ts'
import type { Progress } from '../../output/progress.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { buildSite } from '../../site/build-site.ts'
import type { SiteOptions } from '../../site/build-site.ts'

/** The project's root. */
export const ROOT = join(import.meta.dirname, '../../../..')

/** Decks of `tests/fixtures` that use the project's components, setup and styles. */
export type Fixture = 'talk' | 'seed' | 'features'

/**
 * Rooms of the project that a deck needs; dependencies are linked. Text and pictures are the fixture's, because
 * the author may change those of the project.
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

/** Progress that nobody looks at. */
export const QUIET: Progress = { start: () => {}, advance: () => {}, stop: () => {} }

/** A temporary folder that is gone after the tests. */
export interface TemporaryFolder {
  path: string
  remove: () => void
}

/** A new empty folder outside the project. */
export function makeFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'deck-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/**
 * Copies the project into a folder of its own, with the deck of a fixture, so that a test can put other
 * files into it.
 *
 * @param folder - A new one unless it is given.
 */
export function copyProject(
  fixture: Fixture = 'talk',
  folder: TemporaryFolder = makeFolder(),
): TemporaryFolder {
  for (const room of ROOMS) {
    cpSync(join(ROOT, room), join(folder.path, room), { recursive: true })
  }
  cpSync(join(ROOT, 'tests/fixtures', fixture), folder.path, { recursive: true })
  linkDependencies(ROOT, folder.path)
  return folder
}

/**
 * A deck in a folder of its own, with the project's dependencies.
 *
 * @param files - Content by path within the deck, such as `slides.md`.
 */
export function writeDeck(files: Readonly<Record<string, string>>): TemporaryFolder {
  const folder = makeFolder()
  for (const [path, content] of Object.entries(files)) {
    writeFileAtomically(join(folder.path, path), content)
  }
  linkDependencies(ROOT, folder.path)
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
  await buildDeck(join(folder.path, 'slides.md'), out)
  return out
}

/**
 * Builds the deck of a folder as `npm run build` does.
 *
 * @param order - What differs from the site for everybody at the root of a host, in `dist`.
 * @returns Path of the site.
 */
export async function publishDeck(
  folder: TemporaryFolder,
  order: Partial<SiteOptions> = {},
): Promise<string> {
  const site = {
    out: join(folder.path, 'dist'),
    base: '/',
    isSpeaker: false,
    hasPdf: false,
    ...order,
  }
  await buildSite(join(folder.path, 'slides.md'), site, QUIET, console.warn)
  return site.out
}

/**
 * Slidev's own time to wait before it prints, in ms. Its exporter takes a page whose network is quiet
 * for a finished one, and on a busy machine prints before the first slide is there.
 */
const EXPORT_WAIT_MS = 5000

/**
 * Exports the deck of a folder to PDF.
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
