import { realpathSync } from 'node:fs'
import { dirname } from 'node:path'

/** Place and way in which a command was called. */
export interface Invocation {
  /** Name of the npm script that called the command; `undefined` where it was called by itself. */
  script?: string
  /** Folder of the default deck and outputs: the project's root below npm, otherwise the working folder. */
  project: string
  /** Folder in which the user called the command: relative paths start there. */
  workingFolder: string
  /** Names of options that npm took for its own, because they came before `--`. */
  keptByNpm: ReadonlySet<string>
}

const NPM_OPTION_RE = /^npm_config_/

/**
 * Reads how a command was called. npm runs a script in the project's root and names the user's folder in `INIT_CWD`.
 * These variables count only where npm started the command itself: other processes inherit them.
 */
export function readInvocation(cwd: string, env: NodeJS.ProcessEnv): Invocation {
  const { INIT_CWD: initial, npm_package_json: manifest, npm_lifecycle_event: script } = env
  if (!initial || !manifest || !script || script === 'npx' || !isSame(dirname(manifest), cwd)) {
    return { project: cwd, workingFolder: cwd, keptByNpm: new Set() }
  }
  const kept = Object.entries(env).filter(([name, value]) => NPM_OPTION_RE.test(name) && value)
  return {
    script,
    project: cwd,
    workingFolder: initial,
    keptByNpm: new Set(kept.map(([name]) => name.replace(NPM_OPTION_RE, '').replaceAll('_', '-'))),
  }
}

/** Tells whether two paths lead to the same folder. */
function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}
