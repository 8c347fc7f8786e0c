import { PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFDict, PDFObject } from 'pdf-lib'

/** Returns the text of a string; `undefined` for anything else. */
export function decodeText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString
    ? value.decodeText()
    : undefined
}

/** Returns the text of an entry that is a string; `undefined` for anything else. */
export function readString(dict: PDFDict, key: string): string | undefined {
  return decodeText(dict.lookup(PDFName.of(key)))
}

/** Returns a name without its slash; `undefined` for anything else. */
export function readName(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

/** Returns a number; `undefined` for anything else. */
export function readNumber(dict: PDFDict, key: string): number | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}
