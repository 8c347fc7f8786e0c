import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { TOOL_NAMES } from '../contestants/contestant.ts'
import type { Contestant, NodeCommand } from '../contestants/contestant.ts'
import { PDF } from '../contestants/projects.ts'
import type { MeasureId } from '../report/measures.ts'
import { attempt } from './bench-context.ts'
import type { BenchContext } from './bench-context.ts'
import { interleave } from './interleave.ts'
import type { Rounds } from './interleave.ts'
import { runCommand } from './node-command.ts'

/** Time limit of a command, in ms. */
const COMMAND_LIMIT_MS = 150_000

const KILOBYTE = 1e3
const MEGABYTE = 1e6

/** Measures that a command gives. */
interface CommandMeasures {
  wall: MeasureId
  memory?: MeasureId
}

const PDF_FROM_SITE: CommandMeasures = { wall: 'pdf-built' }
const PDF_FROM_NOTHING: CommandMeasures = { wall: 'pdf', memory: 'pdf-memory' }

/**
 * Builds each deck several times, each time into an empty folder.
 *
 * @throws {Error} when a deck cannot be built.
 */
export async function measureBuilds(
  context: BenchContext,
  contestants: readonly Contestant[],
  rounds: Rounds,
  measures: CommandMeasures,
): Promise<void> {
  await interleave(contestants, rounds, async (contestant, counts) => {
    clearSite(contestant)
    await measureCommand(context, contestant, contestant.build, counts ? measures : undefined)
    context.progress.advance()
  })
}

/** Measures the sizes of the built sites. */
export function measureSites({ results }: BenchContext, contestants: readonly Contestant[]): void {
  for (const { tool, site } of contestants) {
    results.add('site', tool, sizeOf(site) / KILOBYTE)
  }
}

/** Prints each deck several times, ours from the built site as well. */
export async function measurePdfs(
  context: BenchContext,
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<void> {
  const stock = contestants.find(({ tool }) => tool === 'stock')
  if (stock) {
    // As on an author's machine, where Vite has bundled the dependencies before.
    await attempt(context, 'First PDF of stock Slidev', async () =>
      measureCommand(context, stock, stock.exportPdf),
    )
  }
  const jobs = contestants.flatMap((contestant) => [
    ...(contestant.exportBuilt
      ? [{ contestant, command: contestant.exportBuilt, measures: PDF_FROM_SITE }]
      : []),
    { contestant, command: contestant.exportPdf, measures: PDF_FROM_NOTHING },
  ])
  const failed = new Set<NodeCommand>()
  await interleave(jobs, rounds, async ({ contestant, command, measures }) => {
    const label = `PDF of ${TOOL_NAMES[contestant.tool]}`
    if (!failed.has(command)) {
      const isDone = await attempt(context, label, async () => {
        await measureCommand(context, contestant, command, measures)
        const { size } = statSync(join(command.cwd, PDF))
        context.results.add('pdf-size', contestant.tool, size / KILOBYTE)
      })
      if (!isDone) {
        failed.add(command)
      }
    }
    context.progress.advance()
  })
}

/** Prints a long deck: ours from the built site, Marp's from its Markdown. */
export async function measureLongPdfs(
  context: BenchContext,
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<void> {
  context.note(
    'PDF of ten times the slides: not measured for stock Slidev, whose export does not end.',
  )
  for (const contestant of contestants.filter(({ tool }) => tool !== 'stock')) {
    const { tool, exportBuilt, exportPdf } = contestant
    await attempt(context, `Long PDF of ${TOOL_NAMES[tool]}`, async () =>
      interleave([exportBuilt ?? exportPdf], rounds, async (command) =>
        measureCommand(context, contestant, command, { wall: 'pdf-built.x10' }),
      ),
    )
  }
}

async function measureCommand(
  { results, temporary }: BenchContext,
  { tool }: Contestant,
  command: NodeCommand,
  measures?: CommandMeasures,
): Promise<void> {
  const { wallMs, peakBytes } = await runCommand(command, temporary, COMMAND_LIMIT_MS)
  if (measures) {
    results.add(measures.wall, tool, wallMs / 1000)
    if (measures.memory && peakBytes !== undefined) {
      results.add(measures.memory, tool, peakBytes / MEGABYTE)
    }
  }
}

/** Removes a built deck; of Marp's only the page, because its build does not copy the images. */
function clearSite({ tool, site }: Contestant): void {
  rmSync(tool === 'marp' ? join(site, 'index.html') : site, { recursive: true, force: true })
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}
