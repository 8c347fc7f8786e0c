import { realpathSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'

/** Where a command was called, and the part of the call that npm kept. */
export interface CallSite {
  /** Root of the project: default decks and outputs are there. */
  project: string
  /** Folder the user stands in: typed paths start there, and messages name files relative to it. */
  workingFolder: string
  /** Names of options that stood before `--`, so that npm took them for its own. */
  keptByNpm: ReadonlySet<string>
}

const NPM_OPTION_RE = /^npm_config_/

/**
 * Reads where a command was called. npm runs a script in the project's root and names the user's folder in
 * `INIT_CWD`; a script that is run by hand, maybe below another project's npm, stands in its own folder.
 *
 * @param project - Root of the project that the command belongs to.
 */
export function findCallSite(project: string, cwd: string, env: NodeJS.ProcessEnv): CallSite {
  const { INIT_CWD: initial, npm_package_json: manifest } = env
  if (!initial || !manifest || !isSame(dirname(manifest), project) || !isSame(cwd, project)) {
    return { project, workingFolder: cwd, keptByNpm: new Set() }
  }
  const kept = Object.entries(env).filter(([name, value]) => NPM_OPTION_RE.test(name) && value)
  return {
    project,
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
