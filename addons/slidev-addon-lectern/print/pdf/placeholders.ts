import { inflateSync } from 'node:zlib'

import { PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib'

import { embedPng } from './embed-png.ts'
import { packOpacity } from './png-opacity.ts'
import type { Png } from './read-png.ts'
import { replaceReferences } from './replace-references.ts'

/**
 * A small image of one color that is printed in place of a large one, because the browser unpacks and packs each
 * image again, which takes most of the time of printing.
 */
export interface Placeholder {
  /** In pixels. */
  width: number
  /** In pixels. */
  height: number
  /** Red, green and blue, one byte each; different from that of other placeholders. */
  color: number
  /** The image that belongs in its place. */
  png: Png
}

/**
 * Puts the images of placeholders in their place, each image once.
 *
 * @returns The placeholders that cannot be replaced: not found, because the browser has changed their pixels, or
 *   of an image whose file is damaged.
 */
export async function placeImages<Kind extends Placeholder>(
  pdf: PDFDocument,
  placeholders: readonly Kind[],
): Promise<Kind[]> {
  const found = findPlaceholders(pdf, placeholders)
  const placed = new Map<Png, PDFRef>()
  const repeated = new Map<PDFRef, PDFRef>()
  const lost: Kind[] = []
  for (const placeholder of placeholders) {
    const { ref, rgb } = found.get(placeholder) ?? {}
    const known = placed.get(placeholder.png)
    if (ref && known) {
      repeated.set(ref, known)
    } else if (ref && rgb && (await isWhole(placeholder.png))) {
      pdf.context.assign(ref, await embedPng(pdf, placeholder.png, rgb))
      placed.set(placeholder.png, ref)
    } else {
      lost.push(placeholder)
    }
  }
  replaceReferences(pdf, repeated)
  return lost
}

async function isWhole(png: Png): Promise<boolean> {
  return packOpacity(png).then(
    () => true,
    () => false,
  )
}

interface Found {
  ref: PDFRef
  /** The browser's color space of red, green and blue. */
  rgb: PDFObject
}

function findPlaceholders(
  pdf: PDFDocument,
  placeholders: readonly Placeholder[],
): Map<Placeholder, Found> {
  const byColor = new Map(placeholders.map((placeholder) => [placeholder.color, placeholder]))
  const found = new Map<Placeholder, Found>()
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    const rgb = object instanceof PDFRawStream && object.dict.get(PDFName.of('ColorSpace'))
    if (rgb && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
      const placeholder = byColor.get(readColor(object) ?? -1)
      if (placeholder && hasSize(object.dict, placeholder)) {
        found.set(placeholder, { ref, rgb })
      }
    }
  }
  return found
}

/** Greatest size of a compressed image that can be a placeholder, in bytes: a single color packs well. */
const MOST_BYTES = 4000

/** Returns the color of an image that has only one. */
function readColor({ dict, contents }: PDFRawStream): number | undefined {
  if (
    contents.length > MOST_BYTES ||
    dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')
  ) {
    return undefined
  }
  const pixels = inflateSync(contents)
  const isOneColor =
    pixels.length >= 6 && pixels.subarray(3).equals(pixels.subarray(0, pixels.length - 3))
  return isOneColor ? pixels.readUIntBE(0, 3) : undefined
}

function hasSize(dict: PDFDict, { width, height }: Placeholder): boolean {
  return (
    dict.lookup(PDFName.of('Width'), PDFNumber).asNumber() === width &&
    dict.lookup(PDFName.of('Height'), PDFNumber).asNumber() === height
  )
}
