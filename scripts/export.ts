import { EXPORT } from '../tools/commands/export.ts'
import { runProcess } from './command.ts'

await runProcess(EXPORT)
