import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import { findSlidev } from './find-slidev.ts'
import { PACKAGE_ROOT } from './package-root.ts'

/** Exit code of a command, and everything it printed. */
export interface CommandResult {
  code: number
  output: string
}

/**
 * Runs one command of a deck's Slidev to its end, without a terminal and with this addon in the deck.
 *
 * @param args - Words of the command, such as `['build', '/talk/slides.md', '--out', folder]`. Paths are absolute.
 * @param cwd - The deck's folder; uses the Slidev that is installed there or above.
 * @param env - Variables in addition to those of this process.
 * @throws {Error} when there is no Slidev.
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

/** Command of Slidev that keeps running, such as the development server. */
export interface RunningSlidev {
  child: ChildProcess
  /** Returns everything printed so far, without colors. */
  readOutput: () => string
}

/** Starts a command of Slidev without a terminal; the caller ends it with `child.kill()`. */
export function startSlidev(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): RunningSlidev {
  const { project, root } = findSlidev(cwd)
  const script = join(PACKAGE_ROOT, 'deck/slidev-process.mjs')
  const child = spawn(process.execPath, [script, root, PACKAGE_ROOT, ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  const end = (): void => void child.kill('SIGKILL')
  // Ends it before its output folders are removed.
  process.prependListener('exit', end)
  child.once('close', () => process.off('exit', end))
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, readOutput: () => stripColors(output) }
}

function stripColors(text: string): string {
  // oxlint-disable-next-line no-control-regex -- an escape sequence begins with a control character
  return text.replace(/\u001b\[[\d;]*m/g, '')
}
