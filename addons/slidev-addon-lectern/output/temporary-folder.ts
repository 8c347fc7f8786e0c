import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone when the work is done, or the process ends before. */
export interface TemporaryFolder {
  path: string
  remove: () => void
}

/** Makes a new folder in the system's place for temporary files. */
export function makeTemporaryFolder(): TemporaryFolder {
  return removeAtExit(mkdtempSync(join(tmpdir(), 'deck-')))
}

/** A folder that is removed like a temporary one, wherever it is. */
export function removeAtExit(path: string): TemporaryFolder {
  const remove = (): void => {
    // A command that was ended a moment ago may still have been writing.
    rmSync(path, { recursive: true, force: true, maxRetries: 10 })
    process.off('exit', remove)
  }
  process.on('exit', remove)
  return { path, remove }
}
