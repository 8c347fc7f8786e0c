import { join } from 'node:path'

import { DONE, MISUSED } from '../addons/slidev-addon-lectern/commands/call/command.ts'
import type { CommandDefinition } from '../addons/slidev-addon-lectern/commands/call/command.ts'
import { shortenPath } from '../addons/slidev-addon-lectern/commands/call/message-paths.ts'
import { fileOption } from '../addons/slidev-addon-lectern/commands/call/shared-options.ts'
import {
  checkWritable,
  writeFileAtomically,
} from '../addons/slidev-addon-lectern/output/write-file.ts'

/** Options as commander reads them. */
interface BenchOptions {
  quick?: boolean
  /** Absolute path. */
  json: string
}

/** `npm run bench` */
export const BENCH: CommandDefinition<BenchOptions> = {
  name: 'bench',
  isScript: true,
  summary:
    'Measures this deck, stock Slidev and Marp CLI with the same slides on this machine, side by side.',
  exitCodes: {
    [DONE]: 'measured, whatever came out',
    [MISUSED]: 'could not measure, or the call was not understood',
  },
  declare: (parser, site) => {
    parser
      .option(
        '--quick',
        'take two minutes instead of ten: fewer runs, no long deck, no development server',
      )
      .addOption(
        fileOption('--json <FILE>', 'file for every number', site).default(
          join(site.project, 'out/bench.json'),
          'out/bench.json in the project',
        ),
      )
  },
  read: (parsed) => parsed.opts<BenchOptions>(),
  run: async ({ quick, json }, { print, warn, progress }, { workingFolder }) => {
    checkWritable(json)
    const { runBench } = await import('./bench.ts')
    const { FULL, QUICK } = await import('./measure/plan.ts')
    const { formatReport, toJson } = await import('./report/report.ts')
    const { results, run } = await runBench(quick ? QUICK : FULL, progress, warn)
    writeFileAtomically(json, `${JSON.stringify(toJson(results, run), undefined, 2)}\n`)
    print(`${formatReport(results, run)}\n${shortenPath(workingFolder, json)}: every number`)
    return DONE
  },
  failure: { code: MISUSED, message: 'The bench could not measure. ' },
}
