import { DOCTOR } from '../tools/commands/doctor.ts'
import { runProcess } from './command.ts'

await runProcess(DOCTOR)
