import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Time between two attempts of a waiting process, in ms. */
const RETRY_MS = 100

/** Time that a process waits without a message, in ms. */
const SILENT_MS = 2000

/** Work that a lock guards. Processes that wait for it print its description. */
export interface LockedWork {
  /** Words after "which has been", such as `building /home/ada/talk/slides.md`. */
  description: string
  /** Gets one line after two seconds of waiting. */
  log: (line: string) => void
}

/** Content of a lock file. */
interface Holder {
  pid: number
  description: string
  /** Time at which it took the lock, in ms since 1970. */
  since: number
}

/**
 * Does a piece of work while no other process does it. Waits as long as another process holds the lock, and names that
 * process. Ignores the lock of a process that has ended.
 *
 * @param path - Lock file of the work, the same one for all processes.
 * @throws {Error} when the file cannot be written, or the work fails.
 */
export async function withLock<Result>(
  path: string,
  { description, log }: LockedWork,
  work: () => Promise<Result>,
): Promise<Result> {
  let waitedMs = 0
  let holder = takeLock(path, description)
  while (holder) {
    await wait(RETRY_MS)
    waitedMs += RETRY_MS
    if (waitedMs === SILENT_MS) {
      log(describeWait(holder, path))
    }
    holder = takeLock(path, description)
  }
  const release = (): void => rmSync(path, { force: true })
  process.on('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

/**
 * Tries to take a lock.
 *
 * @returns Its holder; `undefined` once it is taken.
 */
function takeLock(path: string, description: string): Holder | undefined {
  try {
    return tryLock(path, description)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${path} cannot be taken, which keeps two builds apart: ${reason}. ` +
        'Remove the file if it is of another user, or set TMPDIR to a folder of your own.',
      { cause: error },
    )
  }
}

function tryLock(path: string, description: string): Holder | undefined {
  const own = `${path}.${process.pid}`
  const holder: Holder = { pid: process.pid, description, since: Date.now() }
  writeFileSync(own, JSON.stringify(holder))
  try {
    for (;;) {
      try {
        // A link appears with its content, at once or not at all.
        linkSync(own, path)
        return undefined
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') {
          throw error
        }
      }
      const content = readLock(path)
      const other = content === undefined ? undefined : parseHolder(content)
      if (other && isAlive(other.pid)) {
        return other
      }
      if (content !== undefined) {
        removeLock(path, content)
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
}

/** Returns the content of a lock file; `undefined` where the lock was just released. */
function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return undefined
    }
    throw error
  }
}

/** Parses the content of a lock file; `undefined` where it is empty or not understood. */
function parseHolder(content: string): Holder | undefined {
  try {
    const { pid, description, since }: Record<string, unknown> = JSON.parse(content)
    const isProcess = typeof pid === 'number' && Number.isInteger(pid) && pid > 0
    return isProcess && typeof description === 'string' && typeof since === 'number'
      ? { pid, description, since }
      : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process is alive and belongs to another user.
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Removes a lock that nobody holds. Moves it aside first, because since it was read another waiting process may have
 * removed it and taken the lock.
 */
function removeLock(path: string, content: string): void {
  const aside = `${path}.${process.pid}.aside`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== content) {
      linkSync(aside, path)
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      throw error
    }
  } finally {
    rmSync(aside, { force: true })
  }
}

function describeWait({ pid, description, since }: Holder, path: string): string {
  const seconds = Math.round((Date.now() - since) / 1000)
  return (
    `Waiting for process ${pid}, which has been ${description} for ${seconds} s. ` +
    `If it hangs, end it, or remove ${path}.`
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
