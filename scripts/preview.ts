import { PREVIEW } from '../tools/commands/preview.ts'
import { runProcess } from './command.ts'

await runProcess(PREVIEW)
