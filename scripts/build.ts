import { BUILD } from '../tools/commands/build.ts'
import { runProcess } from './command.ts'

await runProcess(BUILD)
