import type { PDFDict, PDFObject } from 'pdf-lib'

import { findFont } from './resources.ts'
import { hasEastAsian } from './script-language.ts'
import { readFontText } from './to-unicode.ts'
import type { FontText } from './to-unicode.ts'

/** A font of a stream. */
export interface ReadFont extends FontText {
  isEastAsian: boolean
}

/**
 * Reads the font that the resources of a stream name.
 *
 * @param known - Fonts that are read already, by their dictionary; gets this one.
 */
export function readStreamFont(
  resources: PDFDict | undefined,
  name: string,
  known: Map<PDFObject, ReadFont>,
): ReadFont | undefined {
  const font = findFont(resources, name)
  if (!font) {
    return undefined
  }
  const before = known.get(font)
  if (before) {
    return before
  }
  const text = readFontText(font)
  const read = { ...text, isEastAsian: hasEastAsian([...text.texts.values()].join('')) === true }
  known.set(font, read)
  return read
}
