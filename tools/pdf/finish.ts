import { PDFDocument } from 'pdf-lib'

import type { DeckModel } from '../slide-model.ts'
import { listTitles } from '../slide-titles.ts'
import { compressImages } from './compress-images.ts'
import { readDocumentFacts, writeDocumentFacts } from './document-facts.ts'
import { buildOutline, writeOutline } from './outline.ts'
import { resolveSlideLinks, takePlaces } from './places.ts'
import type { Place } from './places.ts'
import { nameRoles } from './structure.ts'

/** A PDF that is ready to be written. */
export interface FinishedPdf {
  bytes: Uint8Array
  pages: number
  /** Where each slide is, by its number. */
  places: ReadonlyMap<number, Place>
  /** Slides that links lead to and that were not printed. */
  missing: ReadonlySet<number>
}

/**
 * Completes what the browser printed: outline by section, links within the document, language, title and
 * the other facts of the deck. Tags stay as they are.
 *
 * @param printed - PDF of the browser, with its places marked and its links addressed.
 * @param title - Title of the document where it is not the deck's.
 */
export async function finishPdf(
  printed: Uint8Array,
  deck: DeckModel,
  title?: string,
): Promise<FinishedPdf> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  const places = takePlaces(pdf)
  const missing = resolveSlideLinks(pdf, places)
  const facts = readDocumentFacts(deck)
  const titles = listTitles(deck)
  const slides = deck.slides.map(({ number, frontmatter }) => ({
    number,
    title: titles[number - 1] ?? '',
    layout: typeof frontmatter['layout'] === 'string' ? frontmatter['layout'] : undefined,
  }))
  writeOutline(pdf, buildOutline(slides, places))
  writeDocumentFacts(pdf, title ? { ...facts, title } : facts)
  nameRoles(pdf)
  await compressImages(pdf)
  return {
    bytes: await pdf.save({ updateFieldAppearances: false }),
    pages: pdf.getPageCount(),
    places,
    missing,
  }
}
