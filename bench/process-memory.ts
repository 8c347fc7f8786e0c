import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** How often the processes are looked at, in ms; the system itself remembers their peaks. */
const LOOK_AGAIN_MS = 200

/** Watches the processes of a command. */
export interface MemoryWatch {
  /**
   * Ends watching.
   *
   * @returns The largest process at its peak, in bytes; `undefined` where the system does not tell.
   */
  stop: () => number | undefined
}

/**
 * Watches the memory of a process and of those it starts, where the system has `/proc`.
 *
 * @param pid - Number of the process.
 */
export function watchMemory(pid: number): MemoryWatch {
  let peak: number | undefined
  const look = (): void => {
    for (const process of listTree(pid)) {
      const bytes = readPeak(process)
      peak = bytes === undefined ? peak : Math.max(peak ?? 0, bytes)
    }
  }
  const timer = existsSync('/proc/self/status') ? setInterval(look, LOOK_AGAIN_MS) : undefined
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

/** A process and all below it, by number. */
function listTree(pid: number): number[] {
  return [pid, ...listChildren(pid).flatMap(listTree)]
}

function listChildren(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    )
  } catch {
    // It ended a moment ago.
    return []
  }
}

function readPeak(pid: number): number | undefined {
  try {
    return parsePeak(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * The most memory a process ever had, in bytes.
 *
 * @param status - Content of its `/proc/…/status`.
 */
export function parsePeak(status: string): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}
