import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

import type { CheckedElement, CheckedFile } from './checked-file.ts'
import { REPORT } from './document-rules.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'

/** All that is painted is tagged or an artifact. */
export function findUnmarkedContent({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.unmarked, ([page, count]) => ({
    clause: '7.1-3',
    page,
    seen: `${count} operators paint what is neither tagged nor an artifact`,
    fix: REPORT,
  }))
}

/** No artifact is in tagged content. */
export function findArtifactsInTagged({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.artifactsInTagged, (page) => ({
    clause: '7.1-1',
    page,
    seen: 'an artifact is in tagged content',
    fix: REPORT,
  }))
}

/** No tagged content is in an artifact. */
export function findTaggedInArtifacts({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.taggedInArtifacts, (page) => ({
    clause: '7.1-2',
    page,
    seen: 'tagged content is in an artifact',
    fix: REPORT,
  }))
}

/** Each mark has the element that refers to it, and no other content has the same mark. */
export function findLostMarks(file: CheckedFile): PdfUaFault[] {
  const { pdf, content, elements, parents } = file
  const owners = new Map<string, CheckedElement>()
  for (const element of elements) {
    for (const { stream, mark } of element.marks) {
      owners.set(`${stream.tag} ${mark}`, element)
    }
  }
  const seen = new Set<string>()
  return content.marks.flatMap(({ stream, mark, page }) => {
    const key = `${stream.tag} ${mark}`
    const isAgain = seen.has(key)
    seen.add(key)
    const keys = readKey(pdf.context.lookup(stream))
    const list = keys === undefined ? undefined : pdf.context.lookup(parents.get(keys))
    const parent = list instanceof PDFArray ? list.get(mark) : undefined
    const owner = owners.get(key)
    const isRight = owner !== undefined && parent instanceof PDFRef && owner.ref === parent
    return [
      ...(isAgain ? [fault('mark-once', page, `mark ${mark} stands for two contents`)] : []),
      ...(parent instanceof PDFRef
        ? []
        : [fault('7.1-3', page, `mark ${mark} belongs to no element`)]),
      ...(isRight || !(parent instanceof PDFRef)
        ? []
        : [fault('mark-owner', page, `the element of mark ${mark} does not refer to it`)]),
    ]
  })
}

function fault(clause: string, page: number, seen: string): PdfUaFault {
  return { clause, page, seen, fix: REPORT }
}

function readKey(owner: PDFObject | undefined): number | undefined {
  const dict = owner instanceof PDFRawStream ? owner.dict : owner
  const key = dict instanceof PDFDict ? dict.lookup(PDFName.of('StructParents')) : undefined
  return key instanceof PDFNumber ? key.asNumber() : undefined
}
