import { realpathSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'

/** Where a command was called, and the part of the call that npm kept. */
export interface CallSite {
  /** Name of the npm script that was called; `undefined` where the command was called by itself. */
  script?: string
  /** Folder of the default deck and outputs: the project's root, or where the command was called by itself. */
  project: string
  /** Folder the user stands in: typed paths start there, and messages name files relative to it. */
  workingFolder: string
  /** Names of options that stood before `--`, so that npm took them for its own. */
  keptByNpm: ReadonlySet<string>
}

const NPM_OPTION_RE = /^npm_config_/

/**
 * Reads where a command was called. npm runs a script in the project's root and names the user's folder in
 * `INIT_CWD`. A command that is run by hand, maybe below another project's npm, stands in its own folder.
 */
export function findCallSite(cwd: string, env: NodeJS.ProcessEnv): CallSite {
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

/** Whether two paths lead to the same folder. */
function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** A path as the user would type it: relative to the working folder, unless the whole path is shorter. */
export function nameFrom(workingFolder: string, path: string): string {
  const name = relative(workingFolder, path) || '.'
  return name.length < path.length ? name : path
}

/** Makes the paths below the working folder relative, in a message that names them whole. */
export function shortenPaths(message: string, workingFolder: string): string {
  const folder = workingFolder + sep
  const [first = '', ...others] = message.split(folder)
  return workingFolder === sep
    ? message
    : others.reduce((start, rest) => start + (isWithinPath(start) ? folder : '') + rest, first)
}

/** Whether a text ends in the middle of a path. */
function isWithinPath(text: string): boolean {
  return /[\w./\\-]$/.test(text)
}
