import { basename, join } from 'node:path'

import { withSession } from '../browser/session.ts'
import type { Session, SessionSource } from '../browser/session.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { chooseSlides } from '../deck/slide-range.ts'
import { checkWritable, writeFileAtomically } from '../output/write-file.ts'
import { findOverflow } from './overflow.ts'
import type { FindOverflow } from './overflow.ts'
import { printPdf } from './print-pdf.ts'
import type { PrintedPdf } from './print-pdf.ts'
import type { PrintJob } from './print-view.ts'
import { takeImages } from './slide-images.ts'

/** What the slides can be written as. */
export const FORMATS = ['pdf', 'png', 'pptx'] as const

/** See {@link FORMATS}. */
export type Format = (typeof FORMATS)[number]

/** What is exported of a deck, and where to. */
export interface ExportOrder {
  format: Format
  /** As typed, such as `3-7`; all slides when it is `undefined`. */
  slides?: string
  isDark: boolean
  hasEveryClick: boolean
  /** The file to write; for pictures, the folder. */
  output: string
}

/** What was written, and what its readers should know. */
export interface ExportResult {
  /** Such as `46 pages, 2.8 MB`. */
  summary: string
  notices: readonly string[]
}

/** What a deck's outputs are named by: its `exportFilename`, or its file. */
export function defaultName({ headmatter, entry }: DeckModel): string {
  const named: unknown = headmatter['exportFilename']
  return typeof named === 'string' && named !== '' ? named : basename(entry, '.md')
}

/** Where a deck's output goes unless it is said. */
export function defaultOutput(deck: DeckModel, ending: string): string {
  return join('out', `${defaultName(deck)}${ending}`)
}

/**
 * Writes slides of a deck as PDF, as pictures or as PPTX. An earlier output stays as it is until the new
 * one is complete.
 *
 * @param inspect - Finds what would be cut off.
 * @throws {Error} when a slide cannot be exported as it is, or the output not be written.
 */
export async function exportSlides(
  source: Omit<SessionSource, 'hasNotes'>,
  order: ExportOrder,
  inspect: FindOverflow = findOverflow,
): Promise<ExportResult> {
  const slides = chooseSlides(source.deck.slides.length, order.slides)
  checkWritable(order.format === 'png' ? join(order.output, '1.png') : order.output)
  return withSession({ ...source, hasNotes: false }, async (session) => {
    const { isDark, hasEveryClick } = order
    const job: PrintJob = { view: 'print', slides, isDark, hasEveryClick, inspect }
    return writers[order.format](session, job, order.output, source)
  })
}

type Writer = (
  session: Session,
  job: PrintJob,
  output: string,
  source: Pick<SessionSource, 'progress'>,
) => Promise<ExportResult>

const writers: Readonly<Record<Format, Writer>> = {
  pdf: async (session, job, output, { progress }) => {
    progress.start(`Printing ${job.slides.length} slides`)
    const pdf = await printPdf(session, job)
    writeFileAtomically(output, pdf.bytes)
    return {
      summary: `${pdf.pages} pages, ${toMegabytes(pdf.bytes.length)}`,
      notices: describeNotices(pdf),
    }
  },
  png: async (session, job, output, { progress }) => {
    const pictures = await takeImages(session, job, progress)
    for (const { name, png } of pictures) {
      writeFileAtomically(join(output, `${name}.png`), png)
    }
    return { summary: `${pictures.length} pictures`, notices: [] }
  },
  pptx: async (session, job, output, { progress }) => {
    const pictures = await takeImages(session, job, progress)
    // Only this format needs the library, which takes a while to load.
    const { writePptx } = await import('./pptx.ts')
    const bytes = await writePptx(session.deck, pictures)
    writeFileAtomically(output, bytes)
    return { summary: `${pictures.length} slides, ${toMegabytes(bytes.length)}`, notices: [] }
  },
}

/** Notices for the reader of a PDF: links that cannot be followed, characters of no bundled font. */
export function describeNotices({
  deadLinks,
  missing,
  fontCauses,
}: Pick<PrintedPdf, 'deadLinks' | 'missing' | 'fontCauses'>): string[] {
  return [
    ...deadLinks.map(
      ({ slide, href }) =>
        `Slide ${slide}: the link to ${href} leads to no slide; it is plain text in the PDF.`,
    ),
    ...(missing.size > 0
      ? [`Links to slides that were not printed are plain text: ${[...missing].join(', ')}.`]
      : []),
    ...fontCauses.map(
      ({ slide, seen }) =>
        `Slide ${slide}: ${seen}; the PDF shows what this machine has for it. ` +
        'Write it with other characters, or bundle a font that has it.',
    ),
  ]
}

/** A size as people read it: `2.8 MB`. */
export function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
