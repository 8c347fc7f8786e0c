import type { ExportResult } from '../tools/export.ts'
import { createProgress } from '../tools/progress.ts'
import type { Progress } from '../tools/progress.ts'

/** What a wrong use of a command is told apart by. */
const USAGE_ERROR_RE = /^ERR_PARSE_ARGS_/

/**
 * Runs a command of this project: whatever goes wrong is one message and exit code 1, and Ctrl+C leaves
 * nothing half done behind.
 *
 * @param usage - Printed after the message when an option is not understood.
 */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  exitOnSignals()
  try {
    await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    if (error instanceof Error && 'code' in error && USAGE_ERROR_RE.test(String(error.code))) {
      console.error(`\n${usage}`)
    }
    process.exitCode = 1
  }
}

/** Lets Ctrl+C end the process as its own end does, so that what it made for a while is removed. */
export function exitOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
}

/**
 * Writes an output under progress, and tells what was written and what its readers should know.
 *
 * @param output - Path of what is written.
 */
export async function writeUnderProgress(
  output: string,
  write: (progress: Progress) => Promise<ExportResult>,
): Promise<void> {
  const progress = createProgress()
  try {
    const { summary, notices } = await write(progress)
    progress.stop()
    notices.forEach((notice) => console.warn(notice))
    console.log(`${output}: ${summary}`)
  } finally {
    progress.stop()
  }
}
