import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { PACKAGE_ROOT } from '../../deck/package-root.ts'

/** A command that runs. */
export interface RunningCommand {
  child: ChildProcess
  /** Returns everything it has printed so far, on both outputs. */
  read: () => string
  /** Waits for its end. */
  end: () => Promise<Ending>
}

/** Exit code and outputs of a command. */
export interface Ending {
  code: number | null
  /** Text of the standard output. */
  output: string
  /** Text of the standard error output, progress included. */
  errors: string
}

/** Starts `lectern` in a folder, without npm. */
export function startLectern(folder: string, ...args: string[]): RunningCommand {
  return start(process.execPath, [join(PACKAGE_ROOT, 'bin/lectern.mjs'), ...args], folder)
}

/** Starts a TypeScript file in a folder, without npm. */
export function startScript(folder: string, file: string, ...args: string[]): RunningCommand {
  return start(process.execPath, ['--import', 'tsx/esm', file, ...args], folder)
}

/** Runs `npm run` in a folder to its end. */
export async function runNpm(folder: string, ...args: string[]): Promise<Ending> {
  return start('npm', ['run', '--silent', ...args], folder).end()
}

function start(command: string, args: readonly string[], cwd: string): RunningCommand {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  const closed = once(child, 'close')
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return {
    child,
    read: () => errors + output,
    end: async () => {
      await closed
      return { code: child.exitCode, output, errors }
    },
  }
}
