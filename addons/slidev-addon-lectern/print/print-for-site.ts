import type { Session } from '../browser/session.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { readExportSettings } from './export-settings.ts'
import { printPdf } from './print-pdf.ts'
import type { PrintedPdf } from './print-pdf.ts'
import { placeProblems } from './print-problem.ts'

/** Prints the PDF that visitors of a site download, with the options of the headmatter's `export:`. */
export async function printForSite(session: Session): Promise<PrintedPdf> {
  const { deck } = session
  const { settings, problems: misread } = readExportSettings(deck)
  const { isDark = false, hasEveryClick = false, waitMs } = settings
  const slides = chooseSlides(deck.slides.length, settings.slides)
  const printed = await printPdf(session, {
    view: 'print',
    slides,
    isDark,
    hasEveryClick,
    isFitted: true,
    waitMs,
  })
  return { ...printed, problems: placeProblems([...misread, ...printed.problems], deck) }
}
