import { FIGURES } from '../tools/commands/figures.ts'
import { runProcess } from './command.ts'

await runProcess(FIGURES)
