import { join } from 'node:path'

import { applyExceptions, readExceptions } from '../checks/exceptions.ts'
import type { AllowedFinding, Exception } from '../checks/exceptions.ts'
import type { Finding, Mode } from '../checks/finding.ts'
import { buildDeck } from '../deck/build-deck.ts'
import { CHECKS } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import type { Progress } from '../output/progress.ts'
import { makeTemporaryFolder } from '../output/temporary-folder.ts'
import { readAddonWarnings } from './addon-messages.ts'
import { sortFindings } from './group-observations.ts'
import { inspectSite } from './inspect-site.ts'
import { explainFailure, inspectSource } from './inspect-source.ts'

/** What to examine, and how. */
export interface DoctorOptions {
  /** Path of the deck's Markdown file. */
  entry: string
  /** What files in messages are named relative to. */
  workingFolder: string
  /** @default all */
  checks?: readonly CheckName[]
  /** Slides such as `3,12-16`. @default all */
  slides?: string
  /** Also asks the addresses that the deck links to. @default false */
  online?: boolean
  /** Path of a Chromium; asked for only when the browser is needed. */
  browserPath: () => string
  progress: Progress
  /**
   * Gets one line when another build in the same folder has to end first.
   *
   * @default console.warn
   */
  log?: (line: string) => void
}

/** What an examination found. */
export interface Diagnosis {
  /** The deck as messages name it. */
  deck: string
  /** Numbers of the slides that were examined. */
  slides: number[]
  /** Modes that were looked at in the browser; empty when it was not needed or the deck did not build. */
  modes: Mode[]
  checks: CheckName[]
  findings: Finding[]
  /** Findings that a slide declares as intended. */
  allowed: AllowedFinding[]
  /** Declarations without a finding. */
  unused: Exception[]
  /** Titles by the number of their slide. */
  titles: Record<number, string>
  /** Why nothing was looked at in the browser, where findings in the source explain it. */
  unbuilt?: string
}

/** Checks that need no browser. */
const SOURCE_CHECKS: ReadonlySet<CheckName> = new Set(['spelling', 'facts'])

/**
 * Examines a deck: its source, and the site that Slidev builds of it in a browser.
 *
 * @throws {Error} when it cannot be examined: no such file, unknown slides, a deck that does not build, no
 *   browser.
 */
export async function examineDeck(options: DoctorOptions): Promise<Diagnosis> {
  const { entry, workingFolder, progress, online = false } = options
  const deck = await readDeck(entry, workingFolder)
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
      needsBrowser ? build(deck, folder, progress, options.log) : undefined,
      inspectSource(deck, checks, exceptions),
    ])
    const isBuilt = built !== undefined && built.error === undefined
    const onSite = isBuilt
      ? await inspectSite({
          deck,
          folder,
          slides,
          checks,
          online,
          progress,
          browserPath: options.browserPath(),
        })
      : undefined
    const explained = built?.error ? explainFailure(deck, built.output) : []
    const found = [
      ...inSource,
      ...explained,
      ...(isBuilt ? readAddonWarnings(built.output, deck) : []),
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
      findings: sortFindings(findings),
      allowed: sortFindings(allowed),
      unused: unused.filter(isAskedFor),
      titles: Object.fromEntries(deck.slides.map(({ number, title }) => [number, title])),
      ...(built?.error ? { unbuilt: built.output } : {}),
    }
  } finally {
    progress.stop()
    temporary.remove()
  }
}

async function build(
  deck: DeckModel,
  folder: string,
  progress: Progress,
  log?: (line: string) => void,
): Promise<{ output: string; error?: Error }> {
  progress.start(`Building ${deck.file}`)
  try {
    const options = ['--base', '/', '--router-mode', 'history']
    return { output: await buildDeck(deck.entry, folder, options, {}, log) }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    return { output: failure.message, error: failure }
  }
}

/** A deck that does not build cannot be examined; what was not asked for may say why. */
function nameCause(error: Error, explained: readonly Finding[]): Error {
  const [cause] = explained
  return cause
    ? new Error(`The deck does not build: ${cause.file}:${cause.line}: ${cause.seen}.`, {
        cause: error,
      })
    : error
}
