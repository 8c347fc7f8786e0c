import { fileURLToPath } from 'node:url'

import { describeRequest, shortenUrl } from '../../checks/network.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { placeKey } from '../../deck/explanation.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { findReference, firstLine } from '../../deck/source-lines.ts'
import type { PrintProblem } from '../../print/print-problem.ts'
import type { TalkRequest } from './walk-deck.ts'

/** Matches hosts of web fonts, which the headmatter's `fonts:` asks for. */
const FONTS_RE = /^https?:\/\/(?:[\w-]+\.)*fonts\.(?:googleapis|gstatic)\.com\//

/**
 * Describes what a talk in one file asks for beside itself, each address once, with the line that names it.
 *
 * @param base - Path that the addresses of the deck's own files begin with.
 * @param folder - Folder of the file, in which relative addresses are looked up.
 */
export function describeRequests(
  deck: DeckModel,
  requests: readonly TalkRequest[],
  base: string,
  folder: string,
): PrintProblem[] {
  const first = new Map(requests.toReversed().map((request) => [request.url, request] as const))
  return [...first.values()].toReversed().map((request) => describe(deck, request, base, folder))
}

function describe(
  deck: DeckModel,
  { url, slide, isPage }: TalkRequest,
  base: string,
  folder: string,
): PrintProblem {
  const problem = { severity: 'warning' } as const
  if (!url.startsWith('file:')) {
    const requester = isPage ? '<iframe>' : 'the page'
    const { fix } = describeRequest({ url, shownSlide: slide, requester })
    return {
      ...problem,
      ...place(deck, url, slide),
      message: `${shortenUrl(url)} is fetched from elsewhere, and missing without a network. ${fix}`,
    }
  }
  const typed = toTyped(url, base, folder)
  return {
    ...problem,
    ...place(deck, typed, slide),
    message:
      `"${typed}" is not in the file, because its address is made in the browser. ` +
      'Write it as one text, such as ![](/image.png), image: /image.png, or import.meta.env.BASE_URL + "image.png".',
  }
}

/** Returns an address as the author knows it, such as `/sea.png`. */
function toTyped(url: string, base: string, folder: string): string {
  // On Windows, the address of a file begins with its drive.
  const path = decodePath(new URL(url).pathname).replace(/^\/[A-Z]:(?=\/)/i, '')
  if (path.startsWith(base)) {
    return path.slice(base.length - 1)
  }
  const file = fileURLToPath(url.replace(/[?#].*$/, '')).replaceAll('\\', '/')
  const root = `${folder.replaceAll('\\', '/')}/`
  return file.startsWith(root) ? file.slice(root.length) : path
}

/** Finds the line that names an address, or the first line of the slide that was shown. */
function place(
  deck: DeckModel,
  address: string,
  shown: number,
): Pick<PrintProblem, 'file' | 'line' | 'slide'> {
  const [head] = deck.slides
  if (head && FONTS_RE.test(address)) {
    const { file, line } = placeKey(deck, head, 'fonts')
    return { file, line }
  }
  for (const slide of deck.slides) {
    const line = findReference(slide, address)
    if (line !== undefined) {
      return { file: slide.file, line, slide: slide.number }
    }
  }
  const slide = deck.slides[shown - 1]
  return slide ? { file: slide.file, line: firstLine(slide), slide: shown } : {}
}
