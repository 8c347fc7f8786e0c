import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Interval of looking for new processes, in ms; the system itself records their peaks. */
const LOOK_AGAIN_MS = 200

/** Watches the processes of a command. */
export interface MemoryWatch {
  /**
   * Ends watching.
   *
   * @returns Peak of the largest process, in bytes; `undefined` where the system has no `/proc`.
   */
  stop: () => number | undefined
}

/**
 * Watches the memory of a process and of the processes it starts, where the system has `/proc`.
 *
 * @param pid - ID of the process.
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

/** Returns the IDs of a process and of all its descendants. */
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
    // The process has ended meanwhile.
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
 * Returns the peak memory of a process, in bytes.
 *
 * @param status - Content of `/proc/PID/status`.
 */
export function parsePeak(status: string): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
}
