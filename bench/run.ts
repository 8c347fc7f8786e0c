import { runProcess } from '../addons/slidev-addon-lectern/commands/call/run-process.ts'
import { BENCH } from './command.ts'

process.exitCode = await runProcess(BENCH)
