import { PDFObjectCopier, PDFPage, PDFPageLeaf } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { addTags, separateTags } from './join-tags.ts'
import { shareObjects } from './share.ts'

/**
 * Joins PDFs that the browser printed of parts of a deck into one: their pages one after the other, their
 * tags in one tree, and what they have in common in it once.
 *
 * @param parts - Tagged PDFs, at least one; they are used up.
 */
export function joinPdfs(parts: readonly PDFDocument[]): PDFDocument {
  const [whole, ...others] = parts
  if (!whole) {
    throw new Error('There is no PDF to join.')
  }
  for (const [index, part] of others.entries()) {
    const tags = separateTags(part, whole, `part${index + 2}-`)
    const copier = PDFObjectCopier.for(part.context, whole.context)
    for (const { ref } of part.getPages()) {
      const copy = copier.copy(ref)
      const page = whole.context.lookup(copy)
      if (page instanceof PDFPageLeaf) {
        whole.addPage(PDFPage.of(page, copy, whole))
      }
    }
    addTags(whole, tags, copier)
  }
  if (others.length > 0) {
    shareObjects(whole)
  }
  return whole
}
