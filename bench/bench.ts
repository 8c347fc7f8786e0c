import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import {
  ensureBrowser,
  launchBrowser,
} from '../addons/slidev-addon-lectern/browser/find-browser.ts'
import { readDeck } from '../addons/slidev-addon-lectern/deck/read-deck.ts'
import type { Progress } from '../addons/slidev-addon-lectern/output/progress.ts'
import { makeTemporaryFolder } from '../addons/slidev-addon-lectern/output/temporary-folder.ts'
import type { Contestant } from './contestants/contestant.ts'
import { ensureMarp } from './contestants/marp-cli.ts'
import { makeMarp, makeOurs, makeStock } from './contestants/projects.ts'
import type { BenchContext, ServedDeck } from './measure/bench-context.ts'
import { measureBuilds, measureLongPdfs, measurePdfs, measureSites } from './measure/commands.ts'
import { measureDev } from './measure/dev-servers.ts'
import { measureLowerBound } from './measure/lower-bound.ts'
import { measureLoads, measureLongLoads, measureSlides, measureTransfers } from './measure/pages.ts'
import type { Plan } from './measure/plan.ts'
import { measureWalks } from './measure/walks.ts'
import { readFirstHeading } from './page/heading.ts'
import { serveFromMemory } from './page/memory-server.ts'
import { describeConditions, describeLoad } from './report/conditions.ts'
import type { BenchRun } from './report/report.ts'
import { createResults } from './report/results.ts'
import type { Results } from './report/results.ts'

/** Fails requests to other hosts at once, without a network. */
const ONLY_THIS_MACHINE =
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

/** Factor by which the long deck has more slides. */
const LONG_TIMES = 10

/** Results of a run, and what the report says about it. */
export interface BenchOutcome {
  results: Results
  run: BenchRun
}

/**
 * Measures this deck, stock Slidev and Marp CLI side by side.
 *
 * @param log - Prints a line before the browser is installed.
 * @throws {Error} when this deck or stock Slidev cannot be built or shown.
 */
export async function runBench(
  plan: Plan,
  progress: Progress,
  log: (line: string) => void,
): Promise<BenchOutcome> {
  const startedAt = performance.now()
  const deck = await readDeck(join(import.meta.dirname, '../slides.md'))
  const heading = readFirstHeading(deck)
  const browserPath = ensureBrowser(log)
  const folder = makeTemporaryFolder()
  const temporary = join(folder.path, 'tmp')
  mkdirSync(temporary)
  const notes = describeLoad()
  const results = createResults()
  const browser = await launchBrowser(browserPath, { switches: [ONLY_THIS_MACHINE], temporary })
  try {
    const note = (line: string): void => void notes.push(line)
    const context: BenchContext = {
      plan,
      deck,
      heading,
      browser,
      results,
      progress,
      temporary,
      note,
    }
    progress.start('Preparing the decks')
    const marp = findMarp(note)
    const make = async (times: number): Promise<Contestant[]> =>
      makeContestants(join(folder.path, `x${times}`), marp, times, browserPath)
    await measureAll(context, await make(1), plan.long ? await make(LONG_TIMES) : [])
    progress.stop()
    const conditions = describeConditions(browser.version(), deck.slides.length)
    return {
      results,
      run: { conditions, notes, durationS: (performance.now() - startedAt) / 1000 },
    }
  } finally {
    await browser.close()
    folder.remove()
  }
}

async function measureAll(
  context: BenchContext,
  contestants: readonly Contestant[],
  longContestants: readonly Contestant[],
): Promise<void> {
  const { plan, progress } = context
  const buildCount = plan.builds.count + (plan.builds.hasWarmUp ? 1 : 0)
  progress.start('Building the decks', contestants.length * buildCount)
  await measureBuilds(context, contestants, plan.builds, { wall: 'build', memory: 'build-memory' })
  measureSites(context, contestants)
  if (plan.long) {
    const { builds } = plan.long
    progress.start('Building ten times the slides', longContestants.length * builds.count)
    await measureBuilds(context, longContestants, builds, { wall: 'build.x10' })
  }
  await withServers(contestants, async (decks) => {
    await measureLoads(context, decks)
    if (plan.long) {
      // No goal depends on it, so a quick run leaves it out.
      await measureLowerBound(context)
      const { loads } = plan.long
      await withServers(longContestants, async (longDecks) =>
        measureLongLoads(context, decks, longDecks, loads),
      )
    }
    await measureTransfers(context, decks)
    await measureWalks(context, decks)
    const ours = decks.find(({ contestant }) => contestant.tool === 'ours')
    if (ours) {
      await measureSlides(context, ours)
    }
  })
  progress.start('Printing the decks', (contestants.length + 1) * plan.pdfs.count)
  await measurePdfs(context, contestants, plan.pdfs)
  if (plan.long) {
    progress.start('Printing ten times the slides')
    await measureLongPdfs(context, longContestants, plan.long.pdfs)
  }
  if (plan.dev) {
    await measureDev(context, contestants, plan.dev)
  }
}

/** Returns the path of Marp's command; notes why and returns `undefined` where it cannot be installed. */
function findMarp(note: (line: string) => void): string | undefined {
  try {
    return ensureMarp()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    note(`Marp CLI could not be installed, so it is not measured: ${reason}`)
    return undefined
  }
}

async function makeContestants(
  folder: string,
  marp: string | undefined,
  times: number,
  browserPath: string,
): Promise<Contestant[]> {
  const options = { times, browserPath }
  return [
    makeOurs(join(folder, 'ours'), options),
    makeStock(join(folder, 'stock'), options),
    ...(marp === undefined ? [] : [await makeMarp(join(folder, 'marp'), marp, options)]),
  ]
}

/** Serves built decks until `use` is done. */
async function withServers(
  contestants: readonly Contestant[],
  use: (decks: readonly ServedDeck[]) => Promise<void>,
): Promise<void> {
  const servers = await Promise.all(contestants.map(async ({ site }) => serveFromMemory(site)))
  try {
    await use(
      contestants.map((contestant, index) => ({ contestant, url: servers[index]?.url ?? '' })),
    )
  } finally {
    await Promise.all(servers.map(async ({ close }) => close()))
  }
}
