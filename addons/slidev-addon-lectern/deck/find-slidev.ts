import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Installed Slidev that a deck is built with. */
export interface SlidevPackage {
  /** Folder whose `node_modules` holds it. */
  project: string
  /** Folder of the package `@slidev/cli` below the project; links are not followed. */
  root: string
  /** Version such as `52.20.1`; `undefined` where its package.json names none. */
  version?: string
}

const PACKAGE = '@slidev/cli'

/**
 * Finds the Slidev of a deck: in the nearest `node_modules` from its folder upwards, otherwise beside this addon.
 *
 * @throws {Error} when there is none.
 */
export function findSlidev(folder: string): SlidevPackage {
  const project = findProject(folder) ?? findProject(import.meta.dirname)
  if (project === undefined) {
    throw new Error(
      `${folder} has no Slidev. Install it there: npm install @slidev/cli @slidev/theme-default`,
    )
  }
  const root = join(project, 'node_modules', PACKAGE)
  return { project, root, version: readPackageVersion(root) }
}

/** Reads the version in a folder's package.json; `undefined` where there is none. */
export function readPackageVersion(root: string): string | undefined {
  const path = join(root, 'package.json')
  const manifest: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : undefined
}

/**
 * Returns the path of a module that Slidev imports, such as `@slidev/parser/fs`.
 *
 * Follows links first: pnpm keeps a package's dependencies beside the package itself, not beside the link to it.
 */
export function resolveFromSlidev({ root }: SlidevPackage, module: string): string {
  return createRequire(realpathSync(join(root, 'package.json'))).resolve(module)
}

function findProject(folder: string): string | undefined {
  if (existsSync(join(folder, 'node_modules', PACKAGE, 'package.json'))) {
    return folder
  }
  const above = dirname(folder)
  return above === folder ? undefined : findProject(above)
}
