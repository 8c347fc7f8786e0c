/** Where progress is written; `process.stderr` outside tests. */
export interface ProgressStream {
  isTTY?: boolean
  columns?: number
  write: (text: string) => unknown
}

/** Shows how far a command is: a bar on a terminal, plain lines in a log. */
export interface Progress {
  /** Begins a part of the work, with as many steps as `total` says. */
  start: (label: string, total?: number) => void
  /** One more step of the part is done. */
  advance: () => void
  /** Ends the last part and leaves nothing behind on a terminal. */
  stop: () => void
}

/** Progress on a stream that messages are written to as well. */
export interface ProgressLog extends Progress {
  /** Writes a line of its own, above the bar where one is drawn. */
  log: (line: string) => void
}

const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[2K'

/**
 * Shows progress on a stream.
 *
 * @param stream - A terminal gets one line that is drawn over and over; anything else one line a part.
 */
export function createProgress(stream: ProgressStream = process.stderr): ProgressLog {
  let label: string | undefined
  let total = 0
  let done = 0

  const draw = (): void => {
    if (stream.isTTY && label !== undefined) {
      const filled = total > 0 ? Math.round(BAR_WIDTH * Math.min(1, done / total)) : 0
      const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} `
      stream.write(
        `${CLEAR_LINE}${`${total > 0 ? bar : ''}${label}`.slice(0, (stream.columns ?? 80) - 1)}`,
      )
    }
  }

  return {
    start: (next, count = 0) => {
      label = next
      total = count
      done = 0
      if (!stream.isTTY) {
        stream.write(`${label} …\n`)
      }
      draw()
    },
    advance: () => {
      done += 1
      draw()
    },
    stop: () => {
      label = undefined
      if (stream.isTTY) {
        stream.write(CLEAR_LINE)
      }
    },
    log: (line) => {
      stream.write(`${stream.isTTY ? CLEAR_LINE : ''}${line}\n`)
      draw()
    },
  }
}
