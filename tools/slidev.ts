import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The command within a project, named without following links: Slidev takes one from elsewhere for a global one. */
const CLI = 'node_modules/@slidev/cli/bin/slidev.mjs'

/** This project, whose Slidev builds a deck that has none of its own. */
const ROOT = join(import.meta.dirname, '..')

/** How a command ended, and all it printed. */
export interface CommandResult {
  code: number
  output: string
}

/**
 * Runs one command of Slidev to its end, without a terminal.
 *
 * @param args - Such as `['build', 'slides.md', '--out', folder]`.
 * @param cwd - The deck's folder; the Slidev installed there or above is used.
 * @param env - Variables beside those of this process.
 */
export async function runSlidev(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const { child, readOutput } = startSlidev(args, cwd, env)
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve(status ?? 1))
  })
  return { code, output: readOutput() }
}

/** A command of Slidev that goes on, such as the development server. */
export interface RunningSlidev {
  child: ChildProcess
  /** Everything printed so far, without colours. */
  readOutput: () => string
}

/** Starts a command of Slidev without a terminal; the caller ends it with `child.kill()`. */
export function startSlidev(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): RunningSlidev {
  const project = findProject(cwd)
  const child = spawn(process.execPath, [join(project, CLI), ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  const end = (): void => void child.kill('SIGKILL')
  // Before the folders are removed that it writes.
  process.prependListener('exit', end)
  child.once('close', () => process.off('exit', end))
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, readOutput: () => stripColours(output) }
}

/** The nearest folder with a Slidev, from a deck's folder upwards; this project where there is none. */
function findProject(folder: string): string {
  if (existsSync(join(folder, CLI))) {
    return folder
  }
  const above = dirname(folder)
  return above === folder ? ROOT : findProject(above)
}

function stripColours(text: string): string {
  // oxlint-disable-next-line no-control-regex -- an escape sequence begins with a control character
  return text.replace(/\u001b\[[\d;]*m/g, '')
}
