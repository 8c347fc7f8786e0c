import { runProcess } from '../../addons/slidev-addon-lectern/commands/call/run-process.ts'
import { FIGURES } from './command.ts'

process.exitCode = await runProcess(FIGURES)
