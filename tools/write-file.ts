import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file beside its place and renames it, so that an earlier good file stays until the new
 * one is complete.
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
