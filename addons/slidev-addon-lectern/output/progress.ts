/** Stream that progress is written to; `process.stderr` outside tests. */
export interface ProgressStream {
  isTTY?: boolean
  columns?: number
  write: (text: string) => unknown
}

/** Progress of a command: a bar on a terminal, plain lines in a log. */
export interface Progress {
  /** Begins a part of the work. Shows a bar where the number of its steps is given. */
  start: (label: string, total?: number) => void
  /** Counts one step of the part as done. */
  advance: () => void
  /** Ends the last part, and removes the bar from a terminal. */
  stop: () => void
}

/** Progress on a stream that gets messages as well. */
export interface ProgressLog extends Progress {
  /** Writes a message on a line of its own, above the bar. */
  log: (line: string) => void
}

/** Progress that is shown nowhere. */
export const NO_PROGRESS: Progress = { start: () => {}, advance: () => {}, stop: () => {} }

const BAR_WIDTH = 24
const CLEAR_LINE = '\r\u001b[2K'

/**
 * Shows progress on a stream.
 *
 * @param stream - A terminal gets one line that is redrawn; any other stream gets one line for each part.
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
