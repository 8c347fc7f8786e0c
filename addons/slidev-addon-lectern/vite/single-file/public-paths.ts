import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { decodePath } from '../../deck/decode-path.ts'

/** Matches a string of JSON that begins with a slash. */
const ROOTED_RE = /"\/(?!\/)(?:[^"\\]|\\.)*"/g

/** Matches the base path being removed again from the address of an image, see `vite/frontmatter.ts`. */
const REMOVED_BASE_RE = /\.slice\(import\.meta\.env\.BASE_URL\.length - 1\)/g

/**
 * Puts the base path before the paths of public files in the module of a slide's frontmatter, such as
 * `background: /sea.png`, so that these strings are told from the text of slides.
 *
 * @param folder - Folder of public files.
 */
export function completePublicPaths(code: string, folder: string, base: string): string {
  return code.replaceAll(REMOVED_BASE_RE, '').replaceAll(ROOTED_RE, (json) => {
    const path = findPublicFile(folder, String(JSON.parse(json)))
    return path === undefined ? json : JSON.stringify(base + path)
  })
}

/**
 * Returns the path of a public file, encoded for an address, by an address that begins with a slash.
 *
 * @param folder - Folder of public files.
 * @returns `undefined` where there is no such file.
 */
export function findPublicFile(folder: string, address: string): string | undefined {
  const [, path = '', rest = ''] = /^\/(?!\/)([^?#]+)(.*)$/.exec(address) ?? []
  const file = join(folder, decodePath(path))
  return path !== '' && existsSync(file) && statSync(file).isFile()
    ? encodeURI(decodePath(path)) + rest
    : undefined
}
