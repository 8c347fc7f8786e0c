import { inflateSync } from 'node:zlib'

import { PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib'

import { createPngImage } from './png-image.ts'
import { packOpacity } from './png-opacity.ts'
import type { Png } from './png.ts'
import { redirect } from './replace-references.ts'

/**
 * A small picture of one color that is printed in a large one's place: the browser unpacks each picture
 * and packs it again, which is most of what printing takes and makes the file no better.
 */
export interface Placeholder {
  /** In pixels. */
  width: number
  /** In pixels. */
  height: number
  /** Red, green and blue, one byte each; no other stand-in has the same. */
  color: number
  /** The picture that belongs in its place. */
  png: Png
}

/**
 * Puts the pictures in their stand-ins' places, each picture once.
 *
 * @returns The stand-ins that must not be there: not found, since the browser has changed their pixels,
 *   or for a picture whose file is damaged.
 */
export async function placePictures<Standing extends Placeholder>(
  pdf: PDFDocument,
  placeholders: readonly Standing[],
): Promise<Standing[]> {
  const found = findStandIns(pdf, placeholders)
  const placed = new Map<Png, PDFRef>()
  const moved = new Map<PDFRef, PDFRef>()
  const lost: Standing[] = []
  for (const placeholder of placeholders) {
    const { ref, rgb } = found.get(placeholder) ?? {}
    const known = placed.get(placeholder.png)
    if (ref && known) {
      moved.set(ref, known)
    } else if (ref && rgb && (await isWhole(placeholder.png))) {
      pdf.context.assign(ref, await createPngImage(pdf, placeholder.png, rgb))
      placed.set(placeholder.png, ref)
    } else {
      lost.push(placeholder)
    }
  }
  redirect(pdf, moved)
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
  /** What the browser takes red, green and blue for. */
  rgb: PDFObject
}

function findStandIns(
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

/** The largest compressed picture that can be a stand-in, in bytes: a single color packs well. */
const MOST_BYTES = 4000

/** The color of a picture that has only one. */
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
