import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a page under its names, each as a file and as a folder. Files that the site already has stay. */
export function writePage(site: string, names: readonly string[], html: string): void {
  for (const name of names) {
    const paths = name === '' ? ['index.html'] : [`${name}.html`, join(name, 'index.html')]
    for (const path of paths.map((part) => join(site, part))) {
      if (name === '' || !existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, html)
      }
    }
  }
}
