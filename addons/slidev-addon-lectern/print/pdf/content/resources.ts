import { PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'

/** Names that are looked up often; pdf-lib decodes a name each time that it is asked for it. */
const FONT = PDFName.of('Font')
const OBJECTS = PDFName.of('XObject')
const FORM = PDFName.of('Form')
const SUBTYPE = PDFName.of('Subtype')

/** A form that a page or another form paints. */
export interface Form {
  ref: PDFRef
  stream: PDFRawStream
}

/** Finds the font of a name in the resources of a page or form. */
export function findFont(resources: PDFDict | undefined, name: string): PDFDict | undefined {
  return resources?.lookupMaybe(FONT, PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict)
}

/** Finds the form of a name in the resources of a page or form; `undefined` for an image. */
export function findForm(resources: PDFDict | undefined, name: string): Form | undefined {
  const objects = resources?.lookupMaybe(OBJECTS, PDFDict)
  const ref = objects?.get(PDFName.of(name))
  const stream = objects?.lookup(PDFName.of(name))
  const isForm = stream instanceof PDFRawStream && stream.dict.get(SUBTYPE) === FORM
  return isForm && ref instanceof PDFRef ? { ref, stream } : undefined
}
