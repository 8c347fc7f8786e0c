import { join } from 'node:path'

import { applyExceptions, readExceptions } from '../checks/exceptions.ts'
import type { Exception } from '../checks/exceptions.ts'
import type { Mode, SlideFinding } from '../checks/finding.ts'
import { buildDeck } from '../deck/build-deck.ts'
import { BuildError } from '../deck/build-failure/build-error.ts'
import { CHECKS } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import { DeckError } from '../deck/explanation.ts'
import { findDeckFile, nameFile } from '../deck/find-deck.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import type { Progress } from '../output/progress.ts'
import { makeTemporaryFolder } from '../output/temporary-folder.ts'
import { describeUnread } from './diagnosis.ts'
import type { Diagnosis } from './diagnosis.ts'
import { groupAllowed, groupCauses } from './group-causes.ts'
import { sortFindings } from './group-observations.ts'
import type { SiteInspection } from './inspect-site.ts'
import { explainFailure, inspectSource, readBuildWarnings } from './inspect-source.ts'

/** Options of {@link examineDeck}. */
export interface DoctorOptions {
  /** Path of the deck's Markdown file, or of a folder with a `slides.md`; relative to the working folder. */
  entry: string
  /**
   * Folder that `entry`, and files in the diagnosis, are relative to.
   *
   * @default process.cwd()
   */
  workingFolder?: string
  /** @default all */
  checks?: readonly CheckName[]
  /**
   * Slides to examine, such as `3,12-16`.
   *
   * @default all
   */
  slides?: string
  /**
   * Whether the check `links` also requests the web pages that the deck links to.
   *
   * @default false
   */
  online?: boolean
  /**
   * Path of a Chromium, Chrome or Edge.
   *
   * @default the one that `CHROMIUM_PATH` names, Playwright's, or the system's; installs one if there is none
   */
  browserPath?: string
  /**
   * Receives the progress of the examination.
   *
   * @default none
   */
  progress?: Progress
  /**
   * Receives one line before each long wait: for another build in the same folder, or for a browser to be installed.
   *
   * @default console.warn
   */
  log?: (line: string) => void
}

/** Checks that need no browser. */
const SOURCE_CHECKS: ReadonlySet<CheckName> = new Set(['spelling', 'facts'])

const SILENT: Progress = { start: () => {}, advance: () => {}, stop: () => {} }

/**
 * Examines a deck: its source, and in a browser every click step of its slides, in light and dark mode.
 *
 * ```ts
 * const { findings } = await examineDeck({ entry: 'slides.md' })
 * ```
 *
 * @throws {Error} if it cannot be examined: the file or the slides do not exist, the deck does not build and no finding
 *   says why, or there is no browser.
 */
export async function examineDeck(options: DoctorOptions): Promise<Diagnosis> {
  const { entry, workingFolder = process.cwd() } = options
  try {
    return await examineReadDeck(await readDeck(entry, workingFolder), options)
  } catch (error) {
    if (error instanceof DeckError) {
      return describeUnread(error, nameFile(findDeckFile(entry, workingFolder), workingFolder))
    }
    throw error
  }
}

async function examineReadDeck(deck: DeckModel, options: DoctorOptions): Promise<Diagnosis> {
  const { online = false, progress = SILENT, log = console.warn } = options
  const slides = chooseSlides(deck.slides.length, options.slides)
  const checks = new Set(options.checks ?? CHECKS)
  const exceptions = readExceptions(deck)
  const temporary = makeTemporaryFolder()
  const folder = join(temporary.path, 'site')
  const isWhole = slides.length === deck.slides.length
  const isAskedFor = ({ check, slide }: Pick<Exception, 'check' | 'slide'>): boolean =>
    checks.has(check) && (slide === undefined ? isWhole : slides.includes(slide))
  try {
    const needsBrowser = [...checks].some((check) => !SOURCE_CHECKS.has(check))
    const [built, inSource] = await Promise.all([
      needsBrowser ? build(deck, folder, progress, log) : undefined,
      inspectSource(deck, checks, exceptions),
    ])
    const isBuilt = built !== undefined && built.error === undefined
    const onSite = isBuilt
      ? await inspectInBrowser(options.browserPath, log, {
          deck,
          folder,
          slides,
          checks,
          online,
          progress,
        })
      : undefined
    const explained = built?.error ? explainFailure(deck, built.output) : []
    const found = [
      ...inSource,
      ...explained,
      ...(isBuilt ? readBuildWarnings(deck, built.output, checks) : []),
      ...(onSite?.findings ?? []),
    ].filter(isAskedFor)
    const { findings, allowed, unused } = applyExceptions(found, exceptions)
    if (built?.error && !explained.some((finding) => findings.includes(finding))) {
      throw nameCause(built.error, explained)
    }
    return {
      deck: deck.file,
      slides,
      modes: onSite?.modes ?? [],
      checks: CHECKS.filter((check) => checks.has(check)),
      findings: sortFindings(groupCauses(sortFindings(findings))),
      allowed: sortFindings(groupAllowed(sortFindings(allowed))),
      unused: unused.filter(isAskedFor),
      titles: Object.fromEntries(deck.slides.map(({ number, title }) => [number, title])),
      ...(built?.error ? { unbuilt: built.output } : {}),
    }
  } finally {
    progress.stop()
    temporary.remove()
  }
}

/** Loads Playwright and finds a browser only now, because checks of the source need neither. */
async function inspectInBrowser(
  browserPath: string | undefined,
  log: (line: string) => void,
  inspection: Omit<SiteInspection, 'browserPath'>,
): Promise<{ findings: SlideFinding[]; modes: Mode[] }> {
  const { ensureBrowser } = await import('../browser/find-browser.ts')
  const { inspectSite } = await import('./inspect-site.ts')
  return inspectSite({ ...inspection, browserPath: browserPath ?? ensureBrowser(log) })
}

async function build(
  deck: DeckModel,
  folder: string,
  progress: Progress,
  log: (line: string) => void,
): Promise<{ output: string; error?: Error }> {
  progress.start(`Building ${deck.file}`)
  try {
    const options = ['--base', '/', '--router-mode', 'history']
    return { output: await buildDeck(deck, folder, options, { isLenient: true }, log) }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    const output = failure instanceof BuildError ? failure.output : failure.message
    return { output, error: failure }
  }
}

/** Names the cause of a failed build if one is known, even of a check that was not asked for. */
function nameCause(error: Error, explained: readonly SlideFinding[]): Error {
  const [cause] = explained
  return cause
    ? new Error(`The deck does not build: ${cause.file}:${cause.line}: ${cause.seen}.`, {
        cause: error,
      })
    : error
}
