import { join } from 'node:path'

import { withSession } from '../browser/session.ts'
import type { Session } from '../browser/session.ts'
import { readDeck } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { NO_PROGRESS } from '../output/progress.ts'
import type { Progress } from '../output/progress.ts'
import { checkWritable } from '../output/write-file.ts'
import { readExportSettings } from './export-settings.ts'
import { printPdf } from './print-pdf.ts'
import type { Format, PrintResult } from './print-result.ts'
import type { PrintJob } from './print-view.ts'
import { takeImages } from './slide-images.ts'
import { writePrinted } from './write-printed.ts'
import type { Printed } from './write-printed.ts'

/** Deck to print, and where and how it is run. */
export interface PrintSource {
  /** Path of the deck's Markdown file, or of a folder with a `slides.md`. */
  entry: string
  /** Folder that a relative `entry` starts in. @default process.cwd() */
  workingFolder?: string
  /** Folder of the built deck; without it, the deck is built for this once. */
  site?: string
  /** Whether a slide that is too full is printed smaller, so that nothing is cut off. @default true */
  isFitted?: boolean
  /** Whether errors and warnings keep the output from being written. @default false */
  isStrict?: boolean
  /** Whether a PDF also conforms to PDF/A-2a, for archives. @default false */
  isArchive?: boolean
  /** @default none is shown */
  progress?: Progress
  /**
   * Gets warnings of the build, one line each, and what is installed.
   *
   * @default console.warn
   */
  log?: (line: string) => void
}

/** Slides to print, as what, and where to. */
export interface PrintOptions extends PrintSource {
  /** The file to write; for images, the folder. */
  output: string
  /** @default 'pdf' */
  format?: Format
  /** Slides such as `3,12-16`. @default those of the headmatter's `export.range`, or all */
  slides?: string
  /** Whether the slides are shown in dark mode. @default the headmatter's `export.dark`, or false */
  isDark?: boolean
  /**
   * Whether each click step gets a page of its own, instead of the last one alone.
   *
   * @default the headmatter's `export.withClicks`, or false
   */
  hasEveryClick?: boolean
}

/**
 * Writes slides of a deck as a tagged PDF, as images, or as a PPTX with the notes, of images or of text boxes. An
 * earlier output stays as it is until the new one is complete.
 *
 * @throws {Error} when the deck cannot be built, its slides or a browser are not found, or the output cannot be
 *   written; with `isStrict` also naming each problem that is no hint.
 */
export async function printDeck(options: PrintOptions): Promise<PrintResult> {
  const { entry, workingFolder, site, progress = NO_PROGRESS, log = console.warn } = options
  const { output, format = 'pdf', isFitted = true, isStrict = false, isArchive } = options
  const deck = await readDeck(entry, workingFolder)
  const { settings, problems: misread } = readExportSettings(deck)
  const { isDark = false, hasEveryClick = false, waitMs } = { ...settings, ...given(options) }
  const slides = chooseSlides(deck.slides.length, options.slides ?? settings.slides)
  checkWritable(format === 'png' ? join(output, '1.png') : output)
  return withSession({ deck, site, hasNotes: false, progress, log }, async (session) => {
    const job: PrintJob = { view: 'print', slides, isDark, hasEveryClick, isFitted, waitMs }
    const printed = await PRINTERS[format](session, job, progress, isArchive)
    const problems = [...misread, ...printed.problems]
    const written = writePrinted({ ...printed, problems }, { deck, output, isStrict })
    return { format, slides, ...written }
  })
}

/** Returns the options that are given: one that is `undefined` is not. */
function given({ isDark, hasEveryClick }: PrintOptions): Partial<PrintOptions> {
  return {
    ...(isDark === undefined ? {} : { isDark }),
    ...(hasEveryClick === undefined ? {} : { hasEveryClick }),
  }
}

type Printer = (
  session: Session,
  job: PrintJob,
  progress: Progress,
  isArchive?: boolean,
) => Promise<Printed>

const PRINTERS: Readonly<Record<Format, Printer>> = {
  pdf: async (session, job, progress, isArchive) => {
    progress.start(`Printing ${job.slides.length} slides`)
    const { bytes, ...printed } = await printPdf(session, job, { isArchive })
    return { ...printed, files: [{ name: '', bytes }] }
  },
  png: async (session, job, progress) => {
    const { images, problems } = await takeImages(session, job, progress)
    const files = images.map(({ name, png }) => ({ name: `${name}.png`, bytes: png }))
    return { pages: images.length, problems, files }
  },
  pptx: async (session, job, progress) => {
    const { images, problems } = await takeImages(session, job, progress)
    // Only this format needs the library, which takes a while to load.
    const { createPptx } = await import('./pptx.ts')
    const bytes = await createPptx(session.deck, images)
    return { pages: images.length, problems, files: [{ name: '', bytes }] }
  },
  'pptx-editable': async (session, job, progress) => {
    const { createEditablePptx } = await import('./pptx-editable.ts')
    const { bytes, pages, problems } = await createEditablePptx(session, job, progress)
    return { pages, problems, files: [{ name: '', bytes }] }
  },
}
