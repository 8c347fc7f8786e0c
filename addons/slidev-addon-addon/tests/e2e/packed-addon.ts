import { execFileSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import {
  makeFolder,
  ROOT,
  writeDeck,
} from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'

/** The addon's sources. */
export const ADDON = join(ROOT, 'addons/slidev-addon-addon')

/** Fields of the addon's package.json that the tests read. */
export interface AddonManifest {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  engines: { node: string; slidev: string }
  exports: Record<string, string | Record<string, string>>
}

/** Reads the addon's package.json in a folder. */
export function readManifest(folder = ADDON): AddonManifest {
  const manifest: AddonManifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return manifest
}

/**
 * Packs the addon as `npm publish` would, without a network and without the scripts of any package.
 *
 * @param folder - Folder for the tarball.
 * @returns Path of the tarball.
 */
export function packAddon(folder: string): string {
  const printed = execFileSync(
    'npm',
    ['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', folder],
    { cwd: ADDON, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const file = /"filename":\s*"([^"]+\.tgz)"/.exec(printed)?.[1]
  if (!file) {
    throw new Error(`npm pack named no tarball:\n${printed}`)
  }
  return join(folder, file)
}

/**
 * Writes the addon's example deck into a new folder, with the packed addon.
 *
 * The addon is a real copy, unpacked from the tarball. Its node_modules holds only the dependencies that
 * its package.json declares, as links to the versions installed in the project; Slidev and the rest of
 * the deck are links too. This leaves out npm's choice of versions from a registry, which needs a
 * network: package.spec.ts covers it.
 */
export function writePackedExample(): TemporaryFolder {
  const deck = writeDeck({})
  const target = join(deck.path, 'node_modules/slidev-addon-addon')
  // All dependencies are links, this one to the workspace.
  if (!lstatSync(target).isSymbolicLink()) {
    throw new Error(`${target} is no link.`)
  }
  rmSync(target)
  const packed = makeFolder()
  unpack(packAddon(packed.path), target)
  packed.remove()
  linkDeclared(target)
  cpSync(join(target, 'example'), deck.path, { recursive: true })
  return deck
}

/** Unpacks a tarball of npm, whose files lie in one folder. */
export function unpack(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
}

function linkDeclared(folder: string): void {
  const { resolve } = createRequire(join(ADDON, 'package.json'))
  for (const name of Object.keys(readManifest(folder).dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(findPackage(resolve, name), link)
  }
}

/** Finds the folder of an installed package as Node does. */
function findPackage(resolve: NodeJS.RequireResolve, name: string): string {
  for (const folder of resolve.paths(name) ?? []) {
    const path = join(folder, name)
    if (lstatSync(path, { throwIfNoEntry: false })) {
      return path
    }
  }
  throw new Error(`${name} is not installed.`)
}
