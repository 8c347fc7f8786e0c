import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { lookup } from 'mrmime'

import { decodePath } from '../../deck/decode-path.ts'

/** Files of a built site that become part of one page, each of them once. */
export interface SiteFiles {
  /**
   * Returns the path of a file within the site by its address there; `undefined` where there is none.
   *
   * @param address - Address after the base path, which may be percent-encoded and have a query.
   */
  find: (address: string) => string | undefined
  read: (path: string) => Buffer
  /** Returns the content of a file as an address with `data:`. */
  toData: (path: string) => string
}

/**
 * Creates the files of a site.
 *
 * @param folder - Folder of the built site.
 */
export function createSiteFiles(folder: string): SiteFiles {
  const read = (path: string): Buffer => readFileSync(join(folder, path))
  return {
    find: (address) => {
      const path = decodePath(address.replace(/[?#].*$/, ''))
      const file = join(folder, path)
      return path !== '' && existsSync(file) && statSync(file).isFile() ? path : undefined
    },
    read,
    toData: (path) => toData(read(path), lookup(path)),
  }
}

/** Returns bytes as an address with `data:`. */
export function toData(bytes: Buffer, type = 'application/octet-stream'): string {
  return `data:${type};base64,${bytes.toString('base64')}`
}
