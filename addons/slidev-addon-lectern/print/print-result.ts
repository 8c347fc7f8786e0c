import type { PrintedPdf } from './print-pdf.ts'

/** Kinds of files that slides can be written as. */
export const FORMATS = ['pdf', 'png', 'pptx'] as const

/** See {@link FORMATS}. */
export type Format = (typeof FORMATS)[number]

/** Facts of what was written. */
export interface PrintResult {
  format: Format
  /** Numbers of the slides that were written. */
  slides: readonly number[]
  /** Number of pages of a PDF, of images, or of slides of a presentation. */
  pages: number
  /** Size of all files. */
  bytes: number
  /** Sentences for the author, such as on links that are plain text in the PDF. */
  notices: readonly string[]
}

/** Names of what {@link PrintResult.pages} counts. */
const UNITS: Readonly<Record<Format, string>> = { pdf: 'page', png: 'image', pptx: 'slide' }

/** Describes a result in a few words, such as `46 pages, 2.8 MB`. */
export function describeResult({ format, pages, bytes }: PrintResult): string {
  return `${pages} ${UNITS[format]}${pages === 1 ? '' : 's'}, ${(bytes / 1e6).toFixed(1)} MB`
}

/**
 * Describes what readers of a PDF miss: links that cannot be followed, characters of no bundled font, files of other
 * hosts.
 */
export function describeNotices({
  deadLinks,
  missing,
  fontCauses,
  unreachable,
}: Pick<PrintedPdf, 'deadLinks' | 'missing' | 'fontCauses' | 'unreachable'>): string[] {
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
        `Slide ${slide}: ${seen}; the PDF uses a font of this machine. ` +
        'Write it with other characters, or bundle a font that has them.',
    ),
    ...unreachable.map(
      (url) =>
        `${url} did not answer; the slides are printed without it. ` +
        'Copy the file into the deck, so that it is there without a network.',
    ),
  ]
}
