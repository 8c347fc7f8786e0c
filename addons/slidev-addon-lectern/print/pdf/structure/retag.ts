import { PDFDict, PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { readContent } from '../content/read-content.ts'
import { readAddress } from '../links.ts'
import { applyHints } from './apply-hints.ts'
import type { HintFacts } from './apply-hints.ts'
import { arrangeBlocks } from './arrange/arrange.ts'
import { takeTags } from './read-tags.ts'
import { createElement, isElement, listReferences, readText } from './tag-tree.ts'
import type { TagChild, TagElement } from './tag-tree.ts'
import { writeTags } from './write-tags.ts'

/** Facts of a document for its tags. */
export interface TagFacts extends HintFacts {
  /** BCP 47. */
  language: string
}

/**
 * Replaces the tags that the browser wrote by a tree that reads like the slides, and marks all content that is not in
 * it as artifacts. Links get a description.
 *
 * @param pdf - A PDF whose links are resolved.
 * @returns Whether the browser wrote tags. A PDF without any text has none; it gets an empty document, so that readers
 *   know that there is nothing to read.
 */
export async function retagPdf(pdf: PDFDocument, facts: TagFacts): Promise<boolean> {
  const streams = readContent(pdf)
  const tags = takeTags(pdf, streams, facts.language)
  const blocks = tags ? arrangeBlocks(applyHints(tags, facts).children) : []
  const document = createElement('Document', numberNotes(blocks), { language: facts.language })
  describeLinks(pdf, document)
  await writeTags(pdf, document, streams)
  return tags !== undefined
}

/** Gives each note the name that the standard asks for. */
function numberNotes(children: readonly TagChild[]): TagChild[] {
  let count = 0
  const number = (child: TagChild): TagChild => {
    if (!isElement(child)) {
      return child
    }
    count += child.role === 'Note' ? 1 : 0
    const id = child.role === 'Note' ? { id: `note-${count}` } : {}
    return { ...child, ...id, children: child.children.map(number) }
  }
  return children.map(number)
}

/** Describes each link by its words; one without words, by its address. */
function describeLinks(pdf: PDFDocument, element: TagElement): void {
  for (const child of element.children) {
    if (isElement(child) && child.role === 'Link') {
      const words = readText(child).trim()
      for (const { annotation } of listReferences(child)) {
        const dict = pdf.context.lookup(annotation)
        if (dict instanceof PDFDict) {
          const contents = words || readAddress(dict) || 'Link'
          dict.set(PDFName.of('Contents'), PDFHexString.fromText(contents))
        }
      }
    } else if (isElement(child)) {
      describeLinks(pdf, child)
    }
  }
}
