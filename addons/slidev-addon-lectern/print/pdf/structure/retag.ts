import type { PDFDocument } from 'pdf-lib'

import type { LinkName } from '../../../page/print/reader-hints.ts'
import { readContent } from '../content/read-content.ts'
import type { SlideFault } from '../slide-fault.ts'
import { applyHints } from './apply-hints.ts'
import type { HintFacts } from './apply-hints.ts'
import { arrangeBlocks } from './arrange/arrange.ts'
import { describeLinks } from './describe-links.ts'
import { findUntagged } from './find-untagged.ts'
import { nameElements } from './name-elements.ts'
import { takeTags } from './read-tags.ts'
import { createElement } from './tag-tree.ts'
import { writeTags } from './write-tags.ts'

/** Facts of a document for its tags. */
export interface TagFacts extends HintFacts {
  /** BCP 47. */
  language: string
  links: readonly LinkName[]
}

/** Tells what the tags of the browser covered. */
export interface TagResult {
  /**
   * Whether the browser wrote tags. A PDF without any text has none; it gets an empty document, so that readers know
   * that there is nothing to read.
   */
  isTagged: boolean
  /** Faults of what is seen on slides and has none. */
  untagged: readonly SlideFault[]
}

/**
 * Replaces the tags that the browser wrote by a tree that reads like the slides, and marks all content that is not in
 * it as artifacts. Links get a description.
 *
 * @param pdf - A PDF whose links are resolved.
 */
export async function retagPdf(pdf: PDFDocument, facts: TagFacts): Promise<TagResult> {
  const streams = readContent(pdf)
  const tags = takeTags(pdf, streams, facts.language)
  const blocks = tags ? arrangeBlocks(applyHints(tags, facts).children) : []
  const document = createElement('Document', nameElements(blocks), { language: facts.language })
  describeLinks(pdf, document, facts.links)
  await writeTags(pdf, document, streams)
  return { isTagged: tags !== undefined, untagged: tags ? findUntagged(tags, facts.hints) : [] }
}
