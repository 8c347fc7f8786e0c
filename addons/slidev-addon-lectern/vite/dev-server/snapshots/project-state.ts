import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that hold nothing a slide is made of; the lock file stands for the dependencies. */
const LEFT_OUT_RE = /^(?:\.|node_modules$|dist$|out$)/

/** With more files than that, looking at all of them would be slower than what it saves. */
const MOST_FILES = 5000

/**
 * Describes the files of a project: another description means that slides may look otherwise.
 *
 * @param folder - The project's.
 * @returns `undefined` when there are too many files.
 */
export function describeState(folder: string): string | undefined {
  // How the server was started, but for its port.
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
