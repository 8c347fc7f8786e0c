import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeFileAtomically } from '../../../slidev-addon-lectern/output/write-file.ts'
import type { TemporaryFolder } from '../../../slidev-addon-lectern/tests/harness/project-copy.ts'
import { ADDON } from './packed-addon.ts'

const NAME_RE = / slidev-addon-addon(?= |$)/

/**
 * npm takes the versions of this day, so that no later release changes a test's verdict. Raise it
 * together with the versions that the addon is tested with.
 */
const DAY = '2026-11-27'

/** Environment of the commands: the one of a user's shell, quiet and from npm's cache where it can be. */
const SHELL: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: undefined,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  npm_config_before: DAY,
  npm_config_prefer_offline: 'true',
  // Otherwise npm waits for over a minute where there is no network.
  npm_config_fetch_retry_maxtimeout: '10000',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  // The project forbids all install scripts; these are for the folders of a test.
  npm_config_ignore_scripts: 'false',
}

/** A registry that cannot be reached; npm prints these codes. */
const UNREACHABLE_RE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/

/** Thrown where a command fails for want of a registry. */
export class NoRegistry extends Error {}

/** Commands of the addon's README. */
export interface ReadmeCommands {
  install: string
  copy: string
  serve: string
}

/**
 * The three commands that the README gives for an empty folder, word by word but for the package's name.
 *
 * @param tarball - Stands for the name, because the registry has no such version yet.
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

/** A command that runs, in a process group of its own. */
export interface RunningCommand {
  /** Resolves when it ends. */
  ended: Promise<{ code: number; output: string }>
  /** Ends it and everything it has started. */
  kill: () => void
}

/**
 * Starts a command in a folder as a user's shell does, without a terminal.
 *
 * @param env - Variables beside the user's.
 */
export function start(command: string, cwd: string, env: NodeJS.ProcessEnv = {}): RunningCommand {
  const child = spawn(command, {
    cwd,
    env: { ...SHELL, ...env },
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = (): void => endGroup(child)
  // Before the folders are removed that it writes.
  process.prependListener('exit', kill)
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', kill)
      resolve({ code: code ?? 1, output })
    })
  })
  return { ended, kill }
}

/**
 * Runs a command to its end.
 *
 * @returns Everything it printed.
 * @throws {NoRegistry} where there is no registry.
 * @throws {Error} with everything it printed where it fails for another reason.
 */
export async function run(command: string, cwd: string, env?: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await start(command, cwd, env).ended
  if (code === 0) {
    return output
  }
  const [unreachable] = UNREACHABLE_RE.exec(output) ?? []
  if (command.startsWith('npm install') && unreachable !== undefined) {
    throw new NoRegistry(unreachable)
  }
  throw new Error(`"${command}" ended with ${code}:\n${output}`)
}

/**
 * Installs a Node from the registry.
 *
 * @param folder - An empty one, for this Node alone.
 * @returns Variables with which a command runs on it.
 */
export async function installNode(
  { path }: TemporaryFolder,
  version: number,
): Promise<{ PATH: string }> {
  // Its install script puts the binary for this machine in place.
  const manifest = { private: true, allowScripts: { node: true } }
  writeFileAtomically(join(path, 'package.json'), JSON.stringify(manifest))
  await run(`npm install node@${version}`, path)
  return { PATH: `${join(path, 'node_modules/.bin')}:${process.env['PATH']}` }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) {
      process.kill(-pid, 'SIGKILL')
    }
  } catch {
    // It has ended already.
  }
}
