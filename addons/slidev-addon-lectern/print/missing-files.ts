import { shortenUrl } from '../checks/network.ts'
import type { PrintedFontGap } from '../page/checks/fonts.ts'
import type { Adaptation } from '../page/print/adaptation.ts'
import { nameNumbers } from './print-problem.ts'
import type { PrintProblem, UnplacedProblem } from './print-problem.ts'

/** A file that did not load. */
export interface MissingFile {
  url: string
  /** Address as the author knows it: without the server of this machine. */
  name: string
  /** Whether it is one of the deck's own; others may be there with a network. */
  isOwn: boolean
  /** Whether it is a page that a slide embeds. */
  isPage: boolean
  /** Slide that shows it, if one does. */
  slide?: number | undefined
  reason: string
}

/**
 * Describes what is missing on slides, and what is printed in its place: one problem for each own file, each font and
 * each host.
 *
 * @param files - Those for which something else is printed are described by its adaptation.
 * @param fontGaps - Those of web fonts tell of the style sheet that did not load.
 */
export function describeFiles(
  files: readonly MissingFile[],
  adaptations: readonly Adaptation[],
  fontGaps: readonly PrintedFontGap[],
): UnplacedProblem[] {
  const own = files.filter(({ isOwn }) => isOwn)
  const sources = new Set(fontGaps.map(({ source }) => source))
  // An embedded page has a labeled box in its place.
  const foreign = files.filter(
    ({ url, isOwn, isPage }) => !isOwn && !isPage && !sources.has(url) && !isFontSheet(url),
  )
  const stands = (file: MissingFile, { kind, message }: Adaptation): boolean =>
    kind === 'placeholder' &&
    message.split(' ').some((word) => word.replace(/;$/, '') === file.name)
  return [
    ...own
      .filter((file) => !adaptations.some((adaptation) => stands(file, adaptation)))
      .map(({ slide, name, reason }): UnplacedProblem => ({
        slide,
        hint: { reference: name },
        severity: 'error',
        message: `${name} could not be loaded (${reason}).`,
      })),
    ...adaptations
      .filter((adaptation) => !foreign.some((file) => stands(file, adaptation)))
      .map(({ slide, hint, severity, message }) => ({ slide, hint, severity, message })),
    ...fontGaps.map(({ slide, hint, severity, seen, fix }) => ({
      slide,
      hint,
      severity,
      message: `${seen}. ${fix}`,
    })),
    ...describeHosts(foreign),
  ]
}

/** Tells whether an address is a style sheet of web fonts. One that no gap names has no text on the slides. */
function isFontSheet(url: string): boolean {
  return new URL(url).searchParams.has('family')
}

/** Makes one problem of each host that did not answer. */
function describeHosts(files: readonly MissingFile[]): PrintProblem[] {
  const hosts = new Map<string, MissingFile[]>()
  for (const file of files) {
    const { host } = new URL(file.url)
    hosts.set(host, [...(hosts.get(host) ?? []), file])
  }
  return Array.from(hosts, ([host, own]): PrintProblem => {
    const slides = [...new Set(own.flatMap(({ slide }) => slide ?? []))].toSorted((a, b) => a - b)
    const [slide] = slides
    const [{ url } = { url: '' }] = own
    const where = slides.length > 1 ? `, on slides ${nameNumbers(slides)}` : ''
    const address = shortenUrl(url)
    const what =
      own.length === 1 ? address : `${host} (${own.length} files, such as ${address}${where})`
    return {
      slide: slides.length === 1 ? slide : undefined,
      severity: 'warning',
      message:
        `${what} did not answer; the slides are printed without it. ` +
        'Copy the file into the deck, so that it is there without a network.',
    }
  })
}
