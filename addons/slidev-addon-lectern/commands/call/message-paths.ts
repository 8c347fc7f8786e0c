import { relative, sep } from 'node:path'

/**
 * Returns a path as the user would type it: relative to the working folder, unless the whole path is shorter. It has
 * slashes on every system.
 */
export function shortenPath(workingFolder: string, path: string): string {
  const name = relative(workingFolder, path) || '.'
  return (name.length < path.length ? name : path).replaceAll(sep, '/')
}

/** Makes the paths below the working folder relative, in a message that contains whole paths. */
export function shortenPaths(message: string, workingFolder: string): string {
  const folder = workingFolder + sep
  const [first = '', ...others] = message.split(folder)
  return workingFolder === sep
    ? message
    : others.reduce((start, rest) => start + (isWithinPath(start) ? folder : '') + rest, first)
}

/** Tells whether a text ends in the middle of a path. */
function isWithinPath(text: string): boolean {
  return /[\w./\\-]$/.test(text)
}
