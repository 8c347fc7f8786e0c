import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file under another name and renames it, so that an earlier file stays until the new one is complete.
 */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const partial = `${path}.${process.pid}.partial`
  mkdirSync(dirname(path), { recursive: true })
  try {
    writeFileSync(partial, content)
    renameSync(partial, path)
  } finally {
    rmSync(partial, { force: true })
  }
}

/**
 * Makes sure that an output can be written, before the work that leads to it. Writes nothing itself.
 *
 * @throws {Error} when it cannot.
 */
export function checkWritable(path: string): void {
  if (typeof path !== 'string') {
    // A program without types can leave it out.
    throw new TypeError(`"output" is ${String(path)}. Expected the path of the file to write.`)
  }
  const folder = findExisting(dirname(path))
  try {
    accessSync(folder, constants.W_OK)
    if (!statSync(folder).isDirectory()) {
      throw new Error(`${folder} is no folder`)
    }
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error('it is a folder')
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path} cannot be written: ${reason}. Name another place.`, { cause: error })
  }
}

/** Returns a path, or the nearest one above it that exists. */
function findExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : findExisting(dirname(path))
}
