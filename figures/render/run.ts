import { runProcess } from '../../addons/slidev-addon-lectern/commands/call/run-process.ts'
import { FIGURES } from './command.ts'

await runProcess(FIGURES)
