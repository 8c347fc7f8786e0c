import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { readPackageVersion } from '../../deck/find-slidev.ts'
import { nameSlidev } from '../../deck/tested-slidev.ts'

/**
 * Returns the path of a module within Slidev's client.
 *
 * @param id - Path without a query.
 * @returns `undefined` for any other module.
 */
export function readClientPath(id: string): string | undefined {
  return /\/@slidev\/client\/(.+)$/.exec(id)?.[1]
}

/** The client of Slidev that is in a build. */
export interface SlidevClient {
  /** Slidev with its version, for messages. */
  name: string
  /** Whether the package has a module; a build need not contain it. */
  has: (path: string) => boolean
  /** Whether the build contains a module. */
  isBuilt: (path: string) => boolean
}

/**
 * Finds the client of Slidev in a build.
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
    name: nameSlidev(readPackageVersion(folder)),
    has: (path) => existsSync(join(folder, path)),
    isBuilt: (path) => built.has(path),
  }
}

/** Removes the query from a module's path. */
export function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, '')
}
