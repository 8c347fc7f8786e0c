import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { nameSlidev } from '../../deck/tested-slidev.ts'

/**
 * Path of a module within Slidev's client.
 *
 * @param id - Path without a query.
 * @returns `undefined` for a module from elsewhere.
 */
export function readClientPath(id: string): string | undefined {
  return /\/@slidev\/client\/(.+)$/.exec(id)?.[1]
}

/** The client of Slidev that a build was made with. */
export interface SlidevClient {
  /** Its version, named as messages do. */
  name: string
  /** Whether it has a module, which a build need not contain. */
  has: (path: string) => boolean
  /** Whether a module of it is in the build. */
  isBuilt: (path: string) => boolean
}

/**
 * The client of Slidev in a build.
 *
 * @param ids - Paths of all modules of the build.
 * @returns `undefined` when there is none.
 */
export function findClient(ids: readonly string[]): SlidevClient | undefined {
  const id = ids.find((each) => readClientPath(each) !== undefined)
  if (id === undefined) {
    return undefined
  }
  const folder = id.slice(0, -(readClientPath(id) ?? '').length)
  const built = new Set(ids.map(readClientPath))
  return {
    name: nameSlidev(readVersion(folder)),
    has: (path) => existsSync(join(folder, path)),
    isBuilt: (path) => built.has(path),
  }
}

/** Path of a module without the query of an import. */
export function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, '')
}

function readVersion(folder: string): string | undefined {
  const path = join(folder, 'package.json')
  const manifest: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : undefined
}
