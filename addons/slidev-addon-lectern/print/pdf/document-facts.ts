import { PDFDict, PDFHexString, PDFName } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'

import { toOneLine } from '../../deck/one-line.ts'
import type { DeckModel } from '../../deck/read-deck.ts'

/** Facts of a document that a PDF holds. */
export interface DocumentFacts {
  title: string
  author?: string
  subject?: string
  keywords?: string
  /** BCP 47, such as `en`. */
  language: string
}

/** Language of a deck that names none. */
const DEFAULT_LANGUAGE = 'en'

/** Reads the facts of a talk from its deck's headmatter. */
export function readDocumentFacts(deck: DeckModel): DocumentFacts {
  const { title, author, info, keywords, lang } = deck.headmatter
  return {
    title: toText(title) ?? (deck.slides[0]?.title || deck.file),
    author: toText(author),
    subject: toText(info),
    keywords: toText(keywords),
    language: toText(lang) ?? DEFAULT_LANGUAGE,
  }
}

/** Writes the facts of a document into its PDF, and has readers show its title instead of its file name. */
export function writeDocumentFacts(pdf: PDFDocument, facts: DocumentFacts): void {
  pdf.setTitle(facts.title, { showInWindowTitleBar: true })
  pdf.setLanguage(facts.language)
  pdf.setCreator('Slidev')
  pdf.setModificationDate(pdf.getCreationDate() ?? new Date())
  if (facts.author) {
    pdf.setAuthor(facts.author)
  }
  if (facts.subject) {
    pdf.setSubject(facts.subject)
  }
  if (facts.keywords) {
    // pdf-lib joins keywords by spaces, which splits those of two words.
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info)
    if (info instanceof PDFDict) {
      info.set(PDFName.of('Keywords'), PDFHexString.fromText(facts.keywords))
    }
  }
}

function toText(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    return value.map(String).join(', ')
  }
  return typeof value === 'string' && value.trim() !== '' ? toOneLine(value) : undefined
}
