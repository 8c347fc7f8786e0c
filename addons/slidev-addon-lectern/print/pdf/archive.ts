import { createHash } from 'node:crypto'

import { PDFHexString, PDFName, PDFStream, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { createSrgbProfile } from './srgb-profile.ts'

/** Name of the colors of a web page, as the ICC's registry of printing conditions has it. */
const COLORS = 'sRGB IEC61966-2.1'

/**
 * Adds to a tagged PDF of the browser what it lacks of PDF/A-2a besides its metadata: the meaning of its colors, and
 * an identifier. To be called when all else is written.
 */
export function makeArchivable(pdf: PDFDocument): void {
  const { context, catalog } = pdf
  const profile = context.register(context.flateStream(createSrgbProfile(), { N: 3 }))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of(COLORS),
    Info: PDFString.of(COLORS),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
  const id = PDFHexString.of(hashObjects(pdf))
  // The first of the two stays when somebody changes the file.
  context.trailerInfo.ID = context.obj([id, id])
}

/** Returns a hash of all that a PDF contains, as 32 hexadecimal digits. */
function hashObjects({ context }: PDFDocument): string {
  const hash = createHash('sha256')
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    hash.update(reference.tag)
    if (object instanceof PDFStream) {
      hash.update(object.dict.toString())
      hash.update(object.getContents())
    } else {
      hash.update(object.toString())
    }
  }
  return hash.digest('hex').slice(0, 32).toUpperCase()
}
