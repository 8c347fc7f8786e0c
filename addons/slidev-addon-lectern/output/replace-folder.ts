import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import { isBuiltSite } from './built-site.ts'
import { checkWritable } from './write-file.ts'

/** Number of attempts when another build replaces the folder at the same moment. */
const ATTEMPTS = 10

/**
 * Makes sure that a built site may replace a folder.
 *
 * @throws {Error} when it is a file, holds something else, or cannot be written.
 */
export function checkReplaceable(folder: string): void {
  checkWritable(`${folder}.partial`)
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new Error(`${folder} is a file. Name a folder with --out.`)
  }
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isBuiltSite(folder)) {
    throw new Error(
      `${folder} holds other files than a built deck, which would be lost. ` +
        'Name another folder with --out.',
    )
  }
}

/**
 * Moves a complete new folder to the place of an old one.
 *
 * @param log - Gets one line where the old one cannot be removed.
 */
export function replaceFolder(
  folder: string,
  replacement: string,
  log: (line: string) => void = console.warn,
): void {
  const former = `${replacement}.former`
  mkdirSync(dirname(folder), { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(folder)) {
        renameSync(folder, former)
      }
      renameSync(replacement, folder)
      return
    } catch (error) {
      // Otherwise another build has moved its folder there in between.
      if (attempt === ATTEMPTS || !existsSync(replacement)) {
        throw error
      }
    } finally {
      if (existsSync(folder)) {
        removeFormer(former, log)
      } else if (existsSync(former)) {
        renameSync(former, folder)
      }
    }
  }
}

/** Removes a folder whose place is taken. Where that is forbidden, it stays beside the new one, which is complete. */
function removeFormer(folder: string, log: (line: string) => void): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    log(`The earlier site could not be removed (${reason}). Remove ${folder}.`)
  }
}
