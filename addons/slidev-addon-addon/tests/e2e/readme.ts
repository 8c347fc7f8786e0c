import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ADDON } from './packed-addon.ts'

const NAME_RE = / slidev-addon-addon(?= |$)/

/** Commands of the addon's README. */
export interface ReadmeCommands {
  install: string
  copy: string
  serve: string
}

/**
 * Reads the README's three commands for an empty folder, word by word except for the package's name.
 *
 * @param tarball - Replaces the name, because the registry does not have this version yet.
 */
export function readCommands(tarball: string): ReadmeCommands {
  const readme = readFileSync(join(ADDON, 'README.md'), 'utf8')
  const [, block = ''] = /in an empty folder.*?```sh\n([^`]+)\n```/s.exec(readme) ?? []
  const [install = '', copy = '', serve = '', ...more] = block
    .split('\n')
    .map((command) => command.replace(NAME_RE, ` ${tarball}`))
  if (!install.includes(tarball) || serve === '' || more.length > 0) {
    throw new Error(`The README has other than three commands for an empty folder:\n${block}`)
  }
  return { install, copy, serve }
}
