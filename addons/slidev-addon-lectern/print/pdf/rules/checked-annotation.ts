import { PDFDict, PDFRef } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { readName, readNumber } from '../entries.ts'
import type { CheckedElement } from './checked-element.ts'
import type { ParentTree } from './checked-file.ts'

/** An annotation of a page that the reader can see. */
export interface CheckedAnnotation {
  /** 1-based. */
  page: number
  /** Such as `Link`; empty where it is not told. */
  kind: string
  dict: PDFDict
  /** Element that it is in: each refers to the other. */
  owner?: CheckedElement
}

/** Flag of an annotation that is hidden. */
const HIDDEN = 2

/** Reads the annotations of all pages, and the elements that they are in. */
export function readAnnotations(
  pdf: PDFDocument,
  elements: readonly CheckedElement[],
  parents: ParentTree,
): CheckedAnnotation[] {
  const byRef = new Map(elements.map((element) => [element.ref, element]))
  return pdf.getPages().flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).flatMap((ref) => {
      const dict = pdf.context.lookup(ref)
      if (!(dict instanceof PDFDict) || isHidden(dict)) {
        return []
      }
      const key = readNumber(dict, 'StructParent')
      const parent = key === undefined ? undefined : parents.get(key)
      const owner = parent instanceof PDFRef ? byRef.get(parent) : undefined
      const isOwned = ref instanceof PDFRef && owner?.references.includes(ref) === true
      const kind = readName(dict, 'Subtype') ?? ''
      return [{ page: index + 1, kind, dict, owner: isOwned ? owner : undefined }]
    }),
  )
}

function isHidden(dict: PDFDict): boolean {
  return ((readNumber(dict, 'F') ?? 0) & HIDDEN) > 0
}
