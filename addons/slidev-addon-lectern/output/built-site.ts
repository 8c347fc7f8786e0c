import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { encodePath } from '../deck/encode-path.ts'

/**
 * Matches a script of the site in its page; the base is the path before `assets/`. Leaves other hosts out, whose
 * addresses begin with a scheme or two slashes.
 */
const SCRIPT_RE = /(?:src|href)="((?:\/[^"/]+)*\/)assets\/[^"]+\.js"/

/**
 * Reads the path that a built site has to be served under, such as `/talks/x/`, as browsers write it, from the links of
 * its page.
 *
 * @throws {Error} when the folder holds no built site.
 */
export function readSiteBase(folder: string): string {
  const page = join(folder, 'index.html')
  const base = existsSync(page) ? SCRIPT_RE.exec(readFileSync(page, 'utf8'))?.[1] : undefined
  if (base === undefined) {
    throw new Error(`There is no built deck in ${folder}. Build the deck first.`)
  }
  // Vite writes a path without percent-encoding into its page.
  return encodePath(base)
}

/** Tells whether a folder holds a built site, so that a new one may replace it. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'assets'))
}
