import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How often a waiting process looks again, in ms. */
const LOOK_AGAIN_MS = 100

/**
 * Does a piece of work while no other process does it.
 *
 * @param path - File that stands for the work; all processes name the same one.
 */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  while (!takeLock(path)) {
    await wait(LOOK_AGAIN_MS)
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

function takeLock(path: string): boolean {
  const own = `${path}.${process.pid}`
  // A link appears with its content, at once or not at all.
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, path)
    return true
  } catch {
    removeIfLeftBehind(path)
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** Removes the lock of a process that ended without releasing it. */
function removeIfLeftBehind(path: string): void {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') {
      rmSync(path, { force: true })
    }
  }
}
