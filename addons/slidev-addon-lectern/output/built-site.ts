import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The first file of the build that the page names; what stands before `assets/` is the base. */
const ASSET_RE = /(?:src|href)="([^"]*\/)assets\/[^"]+"/

/**
 * Path a built site is to be served under, such as `/talks/x/`, as its page names its files.
 *
 * @throws {Error} when the folder holds no built site.
 */
export function readSiteBase(folder: string): string {
  const page = join(folder, 'index.html')
  const base = existsSync(page) ? ASSET_RE.exec(readFileSync(page, 'utf8'))?.[1] : undefined
  if (base === undefined) {
    throw new Error(`There is no built deck in ${folder}. Build the deck first.`)
  }
  return base
}

/** Whether a folder holds nothing but a built site, so that a new one may take its place. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'assets'))
}
