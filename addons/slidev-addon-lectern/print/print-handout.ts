import { withSession } from '../browser/session.ts'
import type { SessionSource } from '../browser/session.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { checkWritable, writeFileAtomically } from '../output/write-file.ts'
import { readDocumentFacts } from './pdf/document-facts.ts'
import { describeNotices, toMegabytes } from './print-deck.ts'
import type { ExportResult } from './print-deck.ts'
import { printPdf } from './print-pdf.ts'

/** What a handout holds, and where it goes. */
export interface HandoutOrder {
  /** As typed, such as `3-7`; all slides when it is `undefined`. */
  slides?: string
  isDark: boolean
  /** The notes without the slides. */
  isNotesOnly: boolean
  output: string
}

/**
 * Writes the deck with its notes on A4 sheets, as a tagged PDF.
 *
 * @throws {Error} when there is nothing to print, a slide cannot be printed as it is, or the output not be written.
 */
export async function writeHandout(
  source: Omit<SessionSource, 'hasNotes'>,
  { slides: range, isDark, isNotesOnly, output }: HandoutOrder,
): Promise<ExportResult> {
  const { deck, progress } = source
  const chosen = chooseSlides(deck.slides.length, range)
  const slides = isNotesOnly ? chosen.filter((number) => hasNote(deck, number)) : chosen
  if (slides.length === 0) {
    throw new Error(`None of these slides of ${deck.file} has notes.`)
  }
  checkWritable(output)
  return withSession({ ...source, hasNotes: true }, async (session) => {
    progress.start(`Printing the handout of ${slides.length} slides`)
    const query: Record<string, string> = isNotesOnly ? { notes: 'only' } : {}
    const pdf = await printPdf(
      session,
      {
        view: 'handout',
        slides,
        isDark,
        hasEveryClick: false,
        query,
      },
      { title: `${readDocumentFacts(deck).title} – ${isNotesOnly ? 'Notes' : 'Handout'}` },
    )
    writeFileAtomically(output, pdf.bytes)
    return {
      summary: `${pdf.pages} pages, ${toMegabytes(pdf.bytes.length)}`,
      notices: describeNotices(pdf),
    }
  })
}

function hasNote({ slides }: DeckModel, number: number): boolean {
  return (slides[number - 1]?.noteLines.length ?? 0) > 0
}
