import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Matches folders without sources of slides; the lock file represents the dependencies. */
const LEFT_OUT_RE = /^(?:\.|node_modules$|dist$|out$)/

/** Greatest number of files; reading the times of more would take longer than a snapshot saves. */
const MOST_FILES = 5000

/**
 * Describes the files of a project; with another description, slides may look different.
 *
 * @param folder - Folder of the project.
 * @returns `undefined` when there are too many files.
 */
export function describeState(folder: string): string | undefined {
  // The options of the server, except its port.
  const options = process.argv.slice(2).filter((argument) => !/^\d+$/.test(argument))
  const hash = createHash('sha256').update(options.join(' '))
  const waiting = [folder]
  let count = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name)
      if (LEFT_OUT_RE.test(entry.name)) {
        continue
      }
      if (entry.isDirectory()) {
        waiting.push(path)
        continue
      }
      count += 1
      if (count > MOST_FILES) {
        return undefined
      }
      const { mtimeMs, size } = statSync(path)
      hash.update(`${path} ${mtimeMs} ${size}\n`)
    }
  }
  return hash.digest('hex')
}
