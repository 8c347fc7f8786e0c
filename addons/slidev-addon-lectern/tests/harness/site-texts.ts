import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the contents of all text files of a site, joined. */
export function readTexts(path: string): string {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|js|css|json|svg|txt)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}
