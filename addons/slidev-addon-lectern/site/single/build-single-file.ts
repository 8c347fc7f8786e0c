import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { withSession } from '../../browser/session.ts'
import type { Session } from '../../browser/session.ts'
import { buildDeck } from '../../deck/build-deck.ts'
import { SINGLE_FILE_BASE } from '../../deck/build-variables.ts'
import { listBuildWarnings } from '../../deck/build-warnings.ts'
import { findDeckFile } from '../../deck/find-deck.ts'
import { hasPublicNotes, listPublicOptions, PUBLIC_VARIABLES } from '../../deck/public-build.ts'
import { readDeck } from '../../deck/read-deck.ts'
import { hasReadingView, NO_READING_VIEW } from '../../deck/reading-view.ts'
import { NO_PROGRESS } from '../../output/progress.ts'
import type { Progress } from '../../output/progress.ts'
import { makeTemporaryFolder } from '../../output/temporary-folder.ts'
import { checkWritable, writeFileAtomically } from '../../output/write-file.ts'
import { listProblems, refuseProblems } from '../../print/print-problem.ts'
import type { PrintProblem } from '../../print/print-problem.ts'
import { describeRequests } from './describe-requests.ts'
import { describeSize } from './describe-size.ts'
import { embedSite } from './embed-site.ts'
import { walkDeck } from './walk-deck.ts'

/** Talk to write as one file, and how it is done. */
export interface SingleFileOptions {
  /** Path of the deck's Markdown file, or of a folder with a `slides.md`. */
  entry: string
  /** Folder that a relative `entry` and `out` start in. @default process.cwd() */
  workingFolder?: string
  /** File to write. */
  out: string
  /** Whether requests of the file keep it from being written. @default false */
  isStrict?: boolean
  /** @default none is shown */
  progress?: Progress
  /** Gets warnings, one line each, and what is installed. @default console.warn */
  log?: (line: string) => void
}

/** Facts of a file that was written. */
export interface SingleFileResult {
  /** Absolute path. */
  out: string
  /** Size in bytes. */
  bytes: number
  /** Number of slides. */
  slides: number
  /** Whether notes that the author made public are in it. */
  hasPublicNotes: boolean
}

/** Options of the build. Only addresses with `#` lead to a slide of a file. */
const BUILD_OPTIONS = ['--base', SINGLE_FILE_BASE, '--router-mode', 'hash']

/**
 * Builds a deck into one HTML file that needs no other: it opens from a disk, with its fonts, images and live figures,
 * without notes and presenter mode. Opens it before it is written, to tell of what it still asks for. An earlier file
 * stays until the new one is complete.
 *
 * @throws {Error} when a step fails; with `isStrict` also when the file asks for anything.
 */
export async function buildSingleFile(given: SingleFileOptions): Promise<SingleFileResult> {
  const { workingFolder = process.cwd(), isStrict = false } = given
  const { progress = NO_PROGRESS, log = console.warn } = given
  const deck = await readDeck(findDeckFile(given.entry, workingFolder), workingFolder)
  const out = resolve(workingFolder, given.out)
  checkWritable(out)
  const folder = makeTemporaryFolder()
  const site = join(folder.path, 'site')
  const build = async (): Promise<string> => {
    progress.start('Building the deck')
    const variables = { ...PUBLIC_VARIABLES, isSingle: true }
    const options = [...BUILD_OPTIONS, ...listPublicOptions(deck)]
    const output = await buildDeck(deck, site, options, variables, log)
    listBuildWarnings(deck, output).forEach((warning) => log(warning))
    return site
  }
  const built = build()
  // Thrown where the session awaits it.
  built.catch(() => {})
  try {
    const source = { deck, site: built, hasNotes: false, progress, log }
    const bytes = await withSession(source, async (session) => {
      const html = await compose(session, site, basename(out), progress, log)
      const file = join(folder.path, basename(out))
      writeFileAtomically(file, html)
      const problems = await findRequests(session, file, progress)
      if (isStrict) {
        refuseProblems(problems, out)
      }
      listProblems(problems, Infinity).forEach((line) => log(line))
      writeFileAtomically(out, html)
      return Buffer.byteLength(html)
    })
    return { out, bytes, slides: deck.slides.length, hasPublicNotes: hasPublicNotes(deck) }
  } finally {
    await built.catch(() => {})
    folder.remove()
  }
}

/** Shows the talk as a site, which tells the fonts that it uses, and composes the file of it. */
async function compose(
  { browser, server, deck }: Session,
  site: string,
  name: string,
  progress: Progress,
  log: (line: string) => void,
): Promise<string> {
  const total = deck.slides.length
  const hasReading = hasReadingView(deck.slides)
  if (!hasReading) {
    log(NO_READING_VIEW)
  }
  progress.start('Looking for the fonts of the slides', total)
  const { advance } = progress
  const order = { address: server.url, total, hasReading, advance, prepare: SERVED_FILES }
  const walk = await walkDeck(browser, order)
  progress.start('Writing the file')
  const { html, parts } = await embedSite(site, deck, walk, log)
  const size = describeSize(name, Buffer.byteLength(html), parts)
  if (size !== undefined) {
    log(size)
  }
  return html
}

/**
 * Has a site find its files at their addresses, which are not in its page yet: whole ones, because Slidev puts the base
 * path before those that begin with a slash.
 */
const SERVED_FILES = `window.lecternFiles = new Proxy({}, { get: (_, path) => location.origin + ${JSON.stringify(SINGLE_FILE_BASE)} + encodeURI(path) })`

/** Shows the file, and describes what it asks for. */
async function findRequests(
  { browser, deck }: Session,
  file: string,
  progress: Progress,
): Promise<PrintProblem[]> {
  const total = deck.slides.length
  progress.start('Opening the file', total)
  const { requests } = await walkDeck(browser, {
    address: pathToFileURL(file).href,
    total,
    hasReading: hasReadingView(deck.slides),
    advance: progress.advance,
  })
  return describeRequests(deck, requests, SINGLE_FILE_BASE, dirname(file))
}
