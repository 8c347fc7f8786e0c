import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'

import { findSlidev } from './find-slidev.ts'
import { PACKAGE_ROOT } from './package-root.ts'

/** How a command ended, and all it printed. */
export interface CommandResult {
  code: number
  output: string
}

/**
 * Runs one command of a deck's Slidev to its end, without a terminal and with this addon in the deck.
 *
 * @param args - Such as `['build', 'slides.md', '--out', folder]`.
 * @param cwd - The deck's folder; the Slidev installed there or above is used.
 * @param env - Variables beside those of this process.
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

/** A command of Slidev that goes on, such as the development server. */
export interface RunningSlidev {
  child: ChildProcess
  /** Everything printed so far, without colors. */
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
  // Before the folders are removed that it writes.
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
