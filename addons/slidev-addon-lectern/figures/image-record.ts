import { existsSync } from 'node:fs'

import type { FigurePlaces } from '../deck/figure-places.ts'
import { hashImage, isAsDrawn, readFigureRecord } from '../deck/figure-record.ts'
import { writeFileAtomically } from '../output/write-file.ts'

/** Origin of a figure's image; `overwritten` by an image of the author's own. */
export type ImageOrigin = 'drawn' | 'overwritten' | 'missing'

/** A figure that was drawn. */
export interface DrawnFigure {
  /** The image's file. */
  png: Uint8Array
  /** Number of its last step, 0 without steps. */
  steps: number
}

/** A figure that was drawn, with what may be drawn differently on other machines. */
export interface FigureDrawing extends DrawnFigure {
  warnings: readonly string[]
}

/** Record of the images that were drawn from figures, which tells them from the author's own. */
export interface ImageRecord {
  /** Tells where the image of a figure comes from. */
  originOf: (name: string) => ImageOrigin
  /** Returns the recorded number of a figure's steps. */
  stepsOf: (name: string) => number
  /** Writes the image of a figure, and records it. */
  write: (name: string, drawn: DrawnFigure) => void
}

/** Opens the record of a deck's figures. */
export function openImageRecord({ record, imageOf }: FigurePlaces): ImageRecord {
  return {
    originOf: (name) => {
      if (!existsSync(imageOf(name))) {
        return 'missing'
      }
      return isAsDrawn(imageOf(name), readFigureRecord(record)[name]) ? 'drawn' : 'overwritten'
    },
    stepsOf: (name) => readFigureRecord(record)[name]?.steps ?? 0,
    write: (name, { png, steps }) => {
      writeFileAtomically(imageOf(name), png)
      const entry = { sha256: hashImage(png), ...(steps > 0 && { steps }) }
      // Read again, because another process may have drawn others meanwhile.
      const entries = Object.entries({ ...readFigureRecord(record), [name]: entry })
      const sorted = Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
      writeFileAtomically(record, `${JSON.stringify(sorted, undefined, 2)}\n`)
    },
  }
}
