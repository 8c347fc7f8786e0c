import { BENCH } from '../tools/commands/bench.ts'
import { runProcess } from './command.ts'

await runProcess(BENCH)
