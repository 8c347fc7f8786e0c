import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

import type { NodeCommand } from '../contestants/contestant.ts'
import { watchMemory } from './peak-memory.ts'

/** A command that is running. */
export interface RunningCommand {
  child: ChildProcess
  /** Returns everything printed so far. */
  readOutput: () => string
  /** Ends the command and all processes it started, and waits until they have ended. */
  end: () => Promise<void>
}

/** Time and memory that a command took. */
export interface CommandCost {
  /** Time from start to end, in ms. */
  wallMs: number
  /** Peak of its largest process, in bytes; `undefined` where the system has no `/proc`. */
  peakBytes?: number
}

/**
 * Starts a command of Node without a terminal. It ends with this process, as do all processes it started.
 *
 * @param temporary - Folder for its temporary files.
 */
export function startCommand({ args, cwd, env }: NodeCommand, temporary: string): RunningCommand {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a process group of its own, so that all processes it starts can be ended with it.
    detached: true,
    env: { ...process.env, ...env, TMPDIR: temporary, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const kill = (): void => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL')
    } catch {
      // The command has ended already.
    }
  }
  // First of all, because later listeners remove the folders that the command writes.
  process.prependListener('exit', kill)
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  }).then(() => void process.off('exit', kill))
  return {
    child,
    readOutput: () => output,
    end: async () => {
      kill()
      await closed
    },
  }
}

/**
 * Runs a command of Node to its end.
 *
 * @param temporary - Folder for its temporary files.
 * @param limitMs - Time limit in ms.
 * @throws {Error} when it fails or takes longer, with what it printed.
 */
export async function runCommand(
  command: NodeCommand,
  temporary: string,
  limitMs: number,
): Promise<CommandCost> {
  const startedAt = performance.now()
  const { child, readOutput, end } = startCommand(command, temporary)
  const memory = watchMemory(child.pid ?? 0)
  let isLate = false
  const limit = setTimeout(() => {
    isLate = true
    void end()
  }, limitMs)
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (status) => resolve(status ?? 1))
    })
    const wallMs = performance.now() - startedAt
    const name = `node ${command.args.join(' ')}`
    if (isLate) {
      throw new Error(`${name} did not end within ${limitMs / 1000} s.`)
    }
    if (code !== 0) {
      throw new Error(`${name} ended with ${code}:\n${readOutput().trim()}`)
    }
    const peakBytes = memory.stop()
    return { wallMs, ...(peakBytes === undefined ? {} : { peakBytes }) }
  } finally {
    clearTimeout(limit)
    memory.stop()
  }
}
