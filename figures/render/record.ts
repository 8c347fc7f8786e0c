import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeFileAtomically } from '../../addons/slidev-addon-lectern/output/write-file.ts'

/** Hashes of the pictures as they were rendered, by the figure's name. */
type FigureRecord = Record<string, string>

/** Where a figure's picture comes from. */
export type PictureOrigin = 'rendered' | 'overwritten' | 'missing'

/** Reads and writes which pictures were rendered from a figure, and which the author put in their place. */
export interface PictureRecord {
  /** Tells a rendered picture from one that the author put in its place. */
  originOf: (name: string) => PictureOrigin
  /** Writes a rendered picture, and remembers it as such. */
  write: (name: string, png: Uint8Array) => void
}

/**
 * Opens the record of a project's pictures.
 *
 * @param path - JSON file with the SHA-256 of each picture that was rendered.
 * @param pictures - Folder of the pictures, `NAME.png`.
 */
export function openPictureRecord(path: string, pictures: string): PictureRecord {
  const read = (): FigureRecord => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
  const pictureOf = (name: string): string => join(pictures, `${name}.png`)
  return {
    originOf: (name) => {
      if (!existsSync(pictureOf(name))) {
        return 'missing'
      }
      return read()[name] === hash(readFileSync(pictureOf(name))) ? 'rendered' : 'overwritten'
    },
    write: (name, png) => {
      writeFileAtomically(pictureOf(name), png)
      const entries = Object.entries({ ...read(), [name]: hash(png) })
      const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      writeFileAtomically(path, `${JSON.stringify(sorted, undefined, 2)}\n`)
    },
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
