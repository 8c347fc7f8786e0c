import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

import type { NodeCommand } from './contestant.ts'
import { watchMemory } from './process-memory.ts'

/** A command that was started. */
export interface RunningCommand {
  child: ChildProcess
  /** Everything printed so far. */
  readOutput: () => string
  /** Ends it and all it started, and waits for that. */
  end: () => Promise<void>
}

/** What a whole run of a command took. */
export interface RunFacts {
  /** From its start to its end, in ms. */
  wallMs: number
  /** Its largest process at its peak, in bytes; `undefined` where the system does not tell. */
  peakBytes?: number
}

/**
 * Starts a command of Node without a terminal. It ends with this process, and so does all it started.
 *
 * @param temporary - Where it may put what it needs for a while.
 */
export function startCommand({ args, cwd, env }: NodeCommand, temporary: string): RunningCommand {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be ended with all it started.
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
      // It has ended already.
    }
  }
  // Before the folders are removed that it writes.
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
 * @param temporary - Where it may put what it needs for a while.
 * @param limitMs - How long it may take.
 * @throws {Error} when it fails or takes longer, with what it printed.
 */
export async function runCommand(
  command: NodeCommand,
  temporary: string,
  limitMs: number,
): Promise<RunFacts> {
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
