import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Folder that is removed when the work is done, or when the process ends. */
export interface TemporaryFolder {
  path: string
  remove: () => void
}

/** Creates a folder among the system's temporary files. */
export function makeTemporaryFolder(): TemporaryFolder {
  return removeAtExit(mkdtempSync(join(tmpdir(), 'lectern-')))
}

/** Treats a folder at any path as a temporary one. */
export function removeAtExit(path: string): TemporaryFolder {
  const remove = (): void => {
    // Retries, because a process that was just ended may still write into it.
    rmSync(path, { recursive: true, force: true, maxRetries: 10 })
    process.off('exit', remove)
  }
  process.on('exit', remove)
  return { path, remove }
}
