import { join } from 'node:path'

import { withSession } from '../browser/session.ts'
import type { Session } from '../browser/session.ts'
import { readDeck } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { NO_PROGRESS } from '../output/progress.ts'
import type { Progress } from '../output/progress.ts'
import { checkWritable, writeFileAtomically } from '../output/write-file.ts'
import { printPdf } from './print-pdf.ts'
import { describeNotices } from './print-result.ts'
import type { Format, PrintResult } from './print-result.ts'
import type { PrintJob } from './print-view.ts'
import { takeImages } from './slide-images.ts'

/** Deck to print, and where and how it is run. */
export interface PrintSource {
  /** Path of the deck's Markdown file, or of a folder with a `slides.md`. */
  entry: string
  /** Folder that a relative `entry` starts in. @default process.cwd() */
  workingFolder?: string
  /** Folder of the built deck; without it, the deck is built for this once. */
  site?: string
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
  /** Slides such as `3,12-16`. @default all */
  slides?: string
  /** Whether the slides are shown in dark mode. @default false */
  isDark?: boolean
  /** Whether each click step gets a page of its own, instead of the last one alone. @default false */
  hasEveryClick?: boolean
}

/**
 * Writes slides of a deck as a tagged PDF, as images, or as a PPTX of images with the notes. An earlier output
 * stays as it is until the new one is complete.
 *
 * @throws {Error} naming each slide that cannot be printed as it is; or when the deck, its slides or a browser
 *   are not found, or the output cannot be written.
 */
export async function printDeck(options: PrintOptions): Promise<PrintResult> {
  const { entry, workingFolder, site, progress = NO_PROGRESS, log = console.warn } = options
  const { output, format = 'pdf', isDark = false, hasEveryClick = false } = options
  const deck = await readDeck(entry, workingFolder)
  const slides = chooseSlides(deck.slides.length, options.slides)
  checkWritable(format === 'png' ? join(output, '1.png') : output)
  return withSession({ deck, site, hasNotes: false, progress, log }, async (session) => {
    const job: PrintJob = { view: 'print', slides, isDark, hasEveryClick }
    const written = await WRITERS[format](session, job, output, progress)
    return { format, slides, ...written }
  })
}

type Writer = (
  session: Session,
  job: PrintJob,
  output: string,
  progress: Progress,
) => Promise<Omit<PrintResult, 'format' | 'slides'>>

const WRITERS: Readonly<Record<Format, Writer>> = {
  pdf: async (session, job, output, progress) => {
    progress.start(`Printing ${job.slides.length} slides`)
    const pdf = await printPdf(session, job)
    writeFileAtomically(output, pdf.bytes)
    return { pages: pdf.pages, bytes: pdf.bytes.length, notices: describeNotices(pdf) }
  },
  png: async (session, job, output, progress) => {
    const images = await takeImages(session, job, progress)
    for (const { name, png } of images) {
      writeFileAtomically(join(output, `${name}.png`), png)
    }
    const bytes = images.reduce((sum, { png }) => sum + png.length, 0)
    return { pages: images.length, bytes, notices: [] }
  },
  pptx: async (session, job, output, progress) => {
    const images = await takeImages(session, job, progress)
    // Only this format needs the library, which takes a while to load.
    const { createPptx } = await import('./pptx.ts')
    const pptx = await createPptx(session.deck, images)
    writeFileAtomically(output, pptx)
    return { pages: images.length, bytes: pptx.length, notices: [] }
  },
}
