import { parseArgs } from 'node:util'

import { runBench } from '../tools/bench/bench.ts'
import { FULL, QUICK } from '../tools/bench/plan.ts'
import { formatReport, toJson } from '../tools/bench/report.ts'
import { createProgress } from '../tools/progress.ts'
import { checkWritable, writeFileAtomically } from '../tools/write-file.ts'
import { exitOnSignals } from './command.ts'

const USAGE = `Usage: npm run bench [-- OPTIONS]

Measures this deck, stock Slidev and Marp CLI with the same slides on this machine, side by side.

  --quick       two minutes instead of ten: fewer runs, no long deck, no development server
  --json FILE   where to write every figure; out/bench.json unless it is said

Exit 0: measured, whatever came out. 2: could not measure.`

const COULD_NOT_MEASURE = 2

exitOnSignals()
try {
  await run()
} catch (error) {
  console.error(
    `The bench could not measure. ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = COULD_NOT_MEASURE
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string', default: 'out/bench.json' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  checkWritable(values.json)
  const progress = createProgress()
  try {
    const { results, facts } = await runBench(values.quick ? QUICK : FULL, progress, console.warn)
    writeFileAtomically(values.json, `${JSON.stringify(toJson(results, facts), undefined, 2)}\n`)
    console.log(`${formatReport(results, facts)}\n${values.json}: every figure`)
  } finally {
    progress.stop()
  }
}
