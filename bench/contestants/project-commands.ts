import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Characters that a shell interprets; a script with one of them is more than a plain command. */
const SHELL_RE = /[&|;<>"'$`*]/

/**
 * Converts a script of package.json to arguments of Node, so that it runs without npm, as the peers do.
 *
 * @param folder - Folder with links to the project's dependencies.
 * @throws {Error} when the script is missing, or more than one plain command.
 */
export function readScript(project: string, folder: string, name: string): string[] {
  const path = join(project, 'package.json')
  const script = readScripts(JSON.parse(readFileSync(path, 'utf8')))[name]
  if (typeof script !== 'string' || SHELL_RE.test(script)) {
    throw new Error(
      `${path}: the script "${name}" is ${JSON.stringify(script)}. ` +
        `The bench can only measure one plain command, such as "lectern ${name}".`,
    )
  }
  const [command = '', ...args] = script.split(' ')
  return command === 'node' ? args : [findBinary(project, folder, command), ...args]
}

/**
 * Returns the path of a dependency's command within the folder: Slidev takes a command from elsewhere for a global
 * installation.
 */
export function findBinary(project: string, folder: string, command: string): string {
  const binaries = 'node_modules/.bin'
  return join(folder, binaries, readlinkSync(join(project, binaries, command)))
}

function readScripts(manifest: unknown): Record<string, unknown> {
  return typeof manifest === 'object' &&
    manifest !== null &&
    'scripts' in manifest &&
    typeof manifest.scripts === 'object' &&
    manifest.scripts !== null
    ? { ...manifest.scripts }
    : {}
}
