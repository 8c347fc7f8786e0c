import { existsSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'

/**
 * Finds the Markdown file of a deck.
 *
 * @param entry - Path of the file, or of a folder with a `slides.md`.
 * @param workingFolder - What relative paths and the files in messages are relative to.
 * @returns The file's absolute path.
 * @throws {Error} when there is none.
 */
export function findEntry(entry: string, workingFolder = process.cwd()): string {
  const named = resolve(workingFolder, entry)
  const isFolder = existsSync(named) && statSync(named).isDirectory()
  const path = isFolder ? join(named, 'slides.md') : named
  if (!existsSync(path)) {
    throw new Error(`There is no file ${nameFile(path, workingFolder)}. Name an existing deck.`)
  }
  return path
}

/** A file as messages name it. */
export function nameFile(path: string, workingFolder: string): string {
  const name = relative(workingFolder, path).replaceAll('\\', '/')
  return name.startsWith('../../') ? basename(path) : name
}
