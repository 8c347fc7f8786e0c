import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** What a shell would have to read; a script with it is more than one command. */
const SHELL_RE = /[&|;<>"'$`*]/

/**
 * What a script of package.json runs, as arguments of Node: without npm around it, as the peers are run too.
 *
 * @param folder - A folder with the project's dependencies, linked.
 * @throws {Error} when the script is missing, or more than one plain command.
 */
export function readScript(project: string, folder: string, name: string): string[] {
  const path = join(project, 'package.json')
  const script = readScripts(JSON.parse(readFileSync(path, 'utf8')))[name]
  if (typeof script !== 'string' || SHELL_RE.test(script)) {
    throw new Error(
      `${path}: the script "${name}" is ${JSON.stringify(script)}. ` +
        `To be measured it has to be one plain command, such as "tsx scripts/${name}.ts".`,
    )
  }
  const [command = '', ...args] = script.split(' ')
  return command === 'node' ? args : [findBinary(project, folder, command), ...args]
}

/**
 * A command of the project's dependencies, named within the folder: Slidev takes one from elsewhere for a
 * global one.
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
