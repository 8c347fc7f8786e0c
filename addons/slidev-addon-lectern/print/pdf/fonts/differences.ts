import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib'

/** Lists the codes of a font's encoding with the names of their glyphs; `undefined` where it names none. */
export function listDifferences(font: PDFDict): [code: number, name: string][] | undefined {
  const encoding = font.lookup(PDFName.of('Encoding'))
  const differences =
    encoding instanceof PDFDict
      ? encoding.lookupMaybe(PDFName.of('Differences'), PDFArray)
      : undefined
  let code = 0
  return differences?.asArray().flatMap((entry): [number, string][] => {
    if (entry instanceof PDFNumber) {
      code = entry.asNumber()
    } else if (entry instanceof PDFName) {
      code += 1
      return [[code - 1, entry.decodeText()]]
    }
    return []
  })
}
