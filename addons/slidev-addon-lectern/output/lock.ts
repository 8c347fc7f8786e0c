import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How often a waiting process looks again, in ms. */
const LOOK_AGAIN_MS = 100

/** How long a process waits before it says so, in ms. */
const SILENT_MS = 2000

/** The work that a lock guards, as those who wait for it are told. */
export interface LockedWork {
  /** In the present tense, such as `building /home/ada/talk/slides.md`. */
  description: string
  /** Gets one line after two seconds of waiting. */
  log: (line: string) => void
}

/** The content of a lock file. */
interface Holder {
  pid: number
  description: string
  /** When it took the lock, in ms since 1970. */
  since: number
}

/**
 * Does a piece of work while no other process does it. Waits for as long as another one is at it, and says
 * whose lock that is; the lock of a process that is gone counts for nothing.
 *
 * @param path - File that stands for the work; all processes name the same one.
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
    await wait(LOOK_AGAIN_MS)
    waitedMs += LOOK_AGAIN_MS
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

/** Content of a lock; `undefined` where it was released a moment ago. */
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

/** The holder that a lock names; `undefined` where its content is empty or makes no sense. */
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
    // It belongs to another user.
    return codeOf(error) === 'EPERM'
  }
}

/**
 * Removes a lock that nobody holds. It is moved aside first, because another waiting process may have removed
 * it and taken the lock since it was read.
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
