import { withSession } from '../browser/session.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { NO_PROGRESS } from '../output/progress.ts'
import { checkWritable } from '../output/write-file.ts'
import { readExportSettings } from './export-settings.ts'
import { readDocumentFacts } from './pdf/document-facts.ts'
import type { PrintSource } from './print-deck.ts'
import { printPdf } from './print-pdf.ts'
import type { PrintResult } from './print-result.ts'
import { writePrinted } from './write-printed.ts'

/** Slides of a handout, and where it goes. */
export interface HandoutOptions extends PrintSource {
  /** The file to write. */
  output: string
  /** Slides such as `3,12-16`. @default those of the headmatter's `export.range`, or all */
  slides?: string
  /** Whether the slides are shown in dark mode, on white paper. @default the headmatter's `export.dark`, or false */
  isDark?: boolean
  /** Whether the slides are left out, and those without a note altogether. @default false */
  isNotesOnly?: boolean
}

/**
 * Writes slides of a deck with their notes on A4 sheets, as a tagged PDF.
 *
 * @throws {Error} when none of the slides has a note and only notes are asked for; and as `printDeck` does.
 */
export async function printHandout(options: HandoutOptions): Promise<PrintResult> {
  const { entry, workingFolder, site, progress = NO_PROGRESS, log = console.warn } = options
  const { output, isNotesOnly = false, isFitted = true, isStrict = false, isArchive } = options
  const deck = await readDeck(entry, workingFolder)
  const { settings, problems: misread } = readExportSettings(deck)
  const { waitMs } = settings
  const isDark = options.isDark ?? settings.isDark ?? false
  const chosen = chooseSlides(deck.slides.length, options.slides ?? settings.slides)
  const slides = isNotesOnly ? chosen.filter((number) => hasNote(deck, number)) : chosen
  if (slides.length === 0) {
    throw new Error(`None of these slides of ${deck.file} has notes.`)
  }
  checkWritable(output)
  return withSession({ deck, site, hasNotes: true, progress, log }, async (session) => {
    progress.start(`Printing the handout of ${slides.length} slides`)
    const query: Record<string, string> = isNotesOnly ? { notes: 'only' } : {}
    const pdf = await printPdf(
      session,
      { view: 'handout', slides, isDark, hasEveryClick: false, isFitted, waitMs, query },
      {
        title: `${readDocumentFacts(deck).title} – ${isNotesOnly ? 'Notes' : 'Handout'}`,
        isArchive,
      },
    )
    const printed = {
      pages: pdf.pages,
      standards: pdf.standards,
      problems: [...misread, ...pdf.problems],
      files: [{ name: '', bytes: pdf.bytes }],
    }
    return { format: 'pdf', slides, ...writePrinted(printed, { deck, output, isStrict }) }
  })
}

function hasNote({ slides }: DeckModel, number: number): boolean {
  return (slides[number - 1]?.noteLines.length ?? 0) > 0
}
