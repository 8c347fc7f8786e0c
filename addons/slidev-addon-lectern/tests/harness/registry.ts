import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import { writeFileAtomically } from '../../output/write-file.ts'
import type { TemporaryFolder } from './project-copy.ts'

/**
 * Date whose versions npm installs, so that no later release changes a test's result. Raise it together
 * with the versions of Slidev that the addons are tested with.
 */
const DAY = '2026-11-27'

/** Environment of the commands: a user's shell, with a quiet npm that prefers its cache. */
const SHELL: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: undefined,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  npm_config_before: DAY,
  npm_config_prefer_offline: 'true',
  // Otherwise npm waits for over a minute if there is no network.
  npm_config_fetch_retry_maxtimeout: '10000',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  // The project forbids all install scripts; these run in the folders of a test.
  npm_config_ignore_scripts: 'false',
  // The tests use the browser of this machine.
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
}

/** Codes that npm prints if it cannot reach a registry. */
const UNREACHABLE_RE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/

/** Thrown if a command fails because no registry can be reached. */
export class NoRegistry extends Error {}

/** A running command, in its own process group. */
export interface RunningCommand {
  /** Resolves when it ends. */
  ended: Promise<{ code: number; output: string }>
  /**
   * Waits for text that it prints.
   *
   * @throws {Error} with everything it printed, if it ends before.
   */
  find: (pattern: RegExp) => Promise<string>
  /** Ends it and everything it has started. */
  kill: () => void
}

/**
 * Starts a command in a folder as a user's shell does, without a terminal.
 *
 * @param env - Variables added to the user's.
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
  // Runs before the folders that the command writes to are removed.
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
  const find = async (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const [found] = pattern.exec(output) ?? []
        if (found !== undefined) {
          resolve(found)
        }
      }
      child.stdout.on('data', look)
      child.once('close', () => reject(new Error(`"${command}" ended:\n${output}`)))
      look()
    })
  return { ended, find, kill }
}

/**
 * Runs a command to its end.
 *
 * @returns Everything it printed.
 * @throws {NoRegistry} if no registry can be reached.
 * @throws {Error} with everything it printed, if it fails for another reason.
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
 * @param folder - An empty folder for this Node alone.
 * @returns Environment variables with which a command runs on it.
 */
export async function installNode(
  { path }: TemporaryFolder,
  version: number,
): Promise<{ PATH: string }> {
  // Its install script installs the binary for this machine.
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
