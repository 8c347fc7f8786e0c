import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeFileAtomically } from '../../addons/slidev-addon-lectern/output/write-file.ts'

/** SHA-256 of each rendered image, by the figure's name. */
type FigureRecord = Record<string, string>

/** Origin of a figure's image; `overwritten` by an image of the author's own. */
export type ImageOrigin = 'rendered' | 'overwritten' | 'missing'

/** Record of the images that were rendered, which tells them from the author's own. */
export interface ImageRecord {
  /** Tells where the image of a figure comes from. */
  originOf: (name: string) => ImageOrigin
  /** Writes a rendered image and its hash. */
  write: (name: string, png: Uint8Array) => void
}

/**
 * Opens the record of a project's images.
 *
 * @param path - JSON file with the SHA-256 of each rendered image.
 * @param images - Folder of the images, `NAME.png`.
 */
export function openImageRecord(path: string, images: string): ImageRecord {
  const read = (): FigureRecord => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {})
  const imageOf = (name: string): string => join(images, `${name}.png`)
  return {
    originOf: (name) => {
      if (!existsSync(imageOf(name))) {
        return 'missing'
      }
      return read()[name] === hash(readFileSync(imageOf(name))) ? 'rendered' : 'overwritten'
    },
    write: (name, png) => {
      writeFileAtomically(imageOf(name), png)
      const entries = Object.entries({ ...read(), [name]: hash(png) })
      const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      writeFileAtomically(path, `${JSON.stringify(sorted, undefined, 2)}\n`)
    },
  }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
