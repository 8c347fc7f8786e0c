import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'

/**
 * Finds the Markdown file of a deck.
 *
 * @param typed - Path of the file, or of a folder with a `slides.md`.
 * @param workingFolder - Folder that relative paths start in.
 * @returns The file's absolute path.
 * @throws {Error} when there is none.
 */
export function findDeckFile(typed: string, workingFolder = process.cwd()): string {
  if (typeof typed !== 'string') {
    // A program without types can leave it out.
    throw new TypeError(
      `"entry" is ${String(typed)}. Expected the path of a deck, such as slides.md.`,
    )
  }
  const named = resolve(workingFolder, typed)
  const isFolder = existsSync(named) && statSync(named).isDirectory()
  const path = isFolder ? join(named, 'slides.md') : named
  if (!existsSync(path)) {
    throw new Error(`There is no file ${nameFile(path, workingFolder)}. Name an existing deck.`)
  }
  // Vite follows links to folders, and refuses files outside of the folder that it was given.
  return join(realpathSync(dirname(path)), basename(path))
}

/**
 * Returns a file's name for messages: its path from the working folder, with slashes on every system. More than one
 * folder up, or on another drive, it is the bare file name.
 */
export function nameFile(path: string, workingFolder: string): string {
  const name = relative(workingFolder, path).replaceAll('\\', '/')
  return name.startsWith('../../') || isAbsolute(name) ? basename(path) : name
}
