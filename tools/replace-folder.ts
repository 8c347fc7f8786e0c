import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { isBuiltSite } from './built-site.ts'
import { checkWritable } from './write-file.ts'

/** How often two builds that end at the same moment may get into each other's way. */
const ATTEMPTS = 10

/**
 * Makes sure that a built site may take a folder's place.
 *
 * @throws {Error} when the folder holds something else, or cannot be written.
 */
export function checkReplaceable(folder: string): void {
  checkWritable(`${folder}.partial`)
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isBuiltSite(folder)) {
    throw new Error(
      `${folder} holds something else than a built deck, which would be lost. ` +
        'Name a folder of its own with --out.',
    )
  }
}

/** Puts a complete new folder in an old one's place. */
export function replaceFolder(folder: string, replacement: string): void {
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
      // Another build has put its folder there in between.
      if (attempt === ATTEMPTS || !existsSync(replacement)) {
        throw error
      }
    } finally {
      if (existsSync(folder)) {
        rmSync(former, { recursive: true, force: true })
      } else if (existsSync(former)) {
        renameSync(former, folder)
      }
    }
  }
}
