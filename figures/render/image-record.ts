import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import {
  hashImage,
  readFigureRecord,
} from '../../addons/slidev-addon-lectern/deck/figure-record.ts'
import { writeFileAtomically } from '../../addons/slidev-addon-lectern/output/write-file.ts'

/** Origin of a figure's image; `overwritten` by an image of the author's own. */
export type ImageOrigin = 'rendered' | 'overwritten' | 'missing'

/** Record of the images that were rendered, which tells them from the author's own. */
export interface ImageRecord {
  /** Tells where the image of a figure comes from. */
  originOf: (name: string) => ImageOrigin
  /** Writes a rendered image, its hash and the number of the figure's steps. */
  write: (name: string, png: Uint8Array, steps: number) => void
}

/**
 * Opens the record of a project's images.
 *
 * @param path - JSON file with the SHA-256 of each rendered image.
 * @param images - Folder of the images, `NAME.png`.
 */
export function openImageRecord(path: string, images: string): ImageRecord {
  const imageOf = (name: string): string => join(images, `${name}.png`)
  return {
    originOf: (name) => {
      if (!existsSync(imageOf(name))) {
        return 'missing'
      }
      const { sha256 } = readFigureRecord(path)[name] ?? {}
      return sha256 === hashImage(readFileSync(imageOf(name))) ? 'rendered' : 'overwritten'
    },
    write: (name, png, steps) => {
      writeFileAtomically(imageOf(name), png)
      const entry = { sha256: hashImage(png), ...(steps > 0 && { steps }) }
      const entries = Object.entries({ ...readFigureRecord(path), [name]: entry })
      const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      writeFileAtomically(path, `${JSON.stringify(sorted, undefined, 2)}\n`)
    },
  }
}
