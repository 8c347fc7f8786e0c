import { HANDOUT } from '../tools/commands/handout.ts'
import { runProcess } from './command.ts'

await runProcess(HANDOUT)
