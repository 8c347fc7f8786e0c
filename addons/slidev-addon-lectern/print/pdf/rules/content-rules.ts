import { PDFArray, PDFDict, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { readNumber } from '../entries.ts'
import type { CheckedElement } from './checked-element.ts'
import type { CheckedFile, ParentTree } from './checked-file.ts'
import type { PdfUaFault } from './pdf-ua-fault.ts'
import { createReport, REPORT } from './report.ts'

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

/** A form with marks of its own is painted once, because its content is in one element. */
export function findRepeatedForms({ content }: CheckedFile): PdfUaFault[] {
  return Array.from(content.repeatedForms, (page) => ({
    clause: '7.20-2',
    page,
    seen: 'tagged content is painted twice, as a CSS mask or reflection does',
    fix: 'Set the effect for `html:not(.print)` alone, which leaves paper without it.',
  }))
}

/** Each mark has the element that refers to it, and no other content has the same mark. */
export function findLostMarks({ pdf, content, elements, parents }: CheckedFile): PdfUaFault[] {
  const owners = new MarkMap<CheckedElement>()
  for (const element of elements) {
    element.marks.forEach(({ stream, mark }) => owners.set(stream, mark, element))
  }
  const listOwners = createOwnerLists(pdf, parents)
  const seen = new MarkMap<true>()
  return content.marks.flatMap(({ stream, mark, page }) => {
    const isAgain = seen.get(stream, mark) === true
    seen.set(stream, mark, true)
    const parent = listOwners(stream)?.get(mark)
    return [
      ...(isAgain ? [createReport('mark-once', page, `mark ${mark} stands for two contents`)] : []),
      ...(parent instanceof PDFRef
        ? []
        : [createReport('7.1-3', page, `mark ${mark} belongs to no element`)]),
      ...(!(parent instanceof PDFRef) || owners.get(stream, mark)?.ref === parent
        ? []
        : [createReport('mark-owner', page, `the element of mark ${mark} does not refer to it`)]),
    ]
  })
}

/** Elements refer to marks that there are. */
export function findLostContent({ content, elements }: CheckedFile): PdfUaFault[] {
  const painted = new MarkMap<true>()
  content.marks.forEach(({ stream, mark }) => painted.set(stream, mark, true))
  return elements.flatMap(({ marks, type, page }) =>
    marks
      .filter(({ stream, mark }) => !painted.get(stream, mark))
      .map(({ mark }) => createReport('mark-painted', page, `mark ${mark} of ${type} is nowhere`)),
  )
}

/** Values by the numbers of marks, of each page and form. */
class MarkMap<Value> {
  readonly #values = new Map<PDFRef, Map<number, Value>>()

  get(stream: PDFRef, mark: number): Value | undefined {
    return this.#values.get(stream)?.get(mark)
  }

  set(stream: PDFRef, mark: number, value: Value): void {
    const values = this.#values.get(stream) ?? new Map<number, Value>()
    this.#values.set(stream, values.set(mark, value))
  }
}

/** Returns a function that returns the elements of the marks of a page or form, and looks each list up once. */
function createOwnerLists(
  { context }: PDFDocument,
  parents: ParentTree,
): (stream: PDFRef) => PDFArray | undefined {
  const known = new Map<PDFRef, PDFArray | undefined>()
  return (stream) => {
    if (!known.has(stream)) {
      const owner = context.lookup(stream)
      const dict = owner instanceof PDFRawStream ? owner.dict : owner
      const key = dict instanceof PDFDict ? readNumber(dict, 'StructParents') : undefined
      const list = key === undefined ? undefined : context.lookup(parents.get(key))
      known.set(stream, list instanceof PDFArray ? list : undefined)
    }
    return known.get(stream)
  }
}
