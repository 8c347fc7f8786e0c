/** What a wrong use of a command is told apart by. */
const USAGE_ERROR_RE = /^ERR_PARSE_ARGS_/

/**
 * Runs a command of this project: whatever goes wrong is one message and exit code 1, and Ctrl+C leaves
 * nothing half done behind.
 *
 * @param usage - Printed after the message when an option is not understood.
 */
export async function runCommand(usage: string, run: () => Promise<void>): Promise<void> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
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
