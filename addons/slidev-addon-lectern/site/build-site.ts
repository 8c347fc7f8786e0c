import { join, resolve } from 'node:path'

import { PUBLIC_OPTIONS, withSession } from '../browser/session.ts'
import type { Session } from '../browser/session.ts'
import { buildDeck, readWarnings } from '../deck/build-deck.ts'
import type { BuildVariables } from '../deck/build-variables.ts'
import { findEntry } from '../deck/find-deck.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import type { Progress } from '../output/progress.ts'
import { checkReplaceable, replaceFolder } from '../output/replace-folder.ts'
import { removeAtExit } from '../output/temporary-folder.ts'
import { writeFileAtomically } from '../output/write-file.ts'

/** The site that is to be made of a deck. */
export interface SiteOptions {
  /** The folder to write. */
  out: string
  /** Path it will be served under, with a slash on both ends. */
  base: string
  /** Full address it will be published at, where that is known. */
  url?: string
  /** `history` for hosts that answer every path with the page, `hash` for plain file servers. */
  router?: string
  /** With notes and presenter mode. */
  isSpeaker: boolean
  /** With the PDF, and a button to download it. */
  hasPdf: boolean
}

/** The picture shown where the deck is linked. */
const PICTURE = 'og-image.png'

/**
 * Builds a deck into a site. An earlier one stays as it is until the new one is complete.
 *
 * @param deckPath - The deck's Markdown file, or a folder with a `slides.md`.
 * @param log - Gets the warnings of the build.
 * @returns The deck.
 * @throws {Error} when the deck does not exist, the folder holds something else than a site, or a step fails.
 */
export async function buildSite(
  deckPath: string,
  order: SiteOptions,
  progress: Progress,
  log: (line: string) => void,
): Promise<DeckModel> {
  const { base, url, router, isSpeaker, hasPdf } = order
  const entry = findEntry(deckPath)
  const out = resolve(order.out)
  // Only the name of a PDF has to be known before the deck is built.
  const loaded = hasPdf ? await readDeck(entry) : undefined
  const pdf = loaded && (await namePdf(loaded))
  const settings: BuildVariables = {
    isPublic: !isSpeaker,
    pdfUrl: pdf && `${base}${pdf}`,
    imageUrl: `${url ?? base}${PICTURE}`,
    url,
  }
  const options = [
    '--base',
    base,
    ...(router === undefined ? [] : ['--router-mode', router]),
    ...(isSpeaker ? [] : PUBLIC_OPTIONS),
  ]
  checkReplaceable(out)
  const staging = removeAtExit(`${out}.${process.pid}.partial`)
  const build = async (): Promise<string> => {
    progress.start('Building the deck')
    const output = await buildDeck(entry, staging.path, options, settings, log)
    readWarnings(output).forEach((warning) => log(warning))
    return staging.path
  }
  const site = build()
  try {
    // Loaded while the deck is being built.
    const prerendering = import('./prerender/prerender.ts')
    const deck = loaded ?? (await readDeck(entry))
    await withSession({ deck, site, hasNotes: isSpeaker, progress, log }, async (session) => {
      const { prerenderSite } = await prerendering
      const picture = join(staging.path, PICTURE)
      await prerenderSite(session, { site: staging.path, base, url, picture }, progress)
      if (pdf !== undefined) {
        progress.start(`Printing ${deck.slides.length} slides`)
        await addPdf(session, join(staging.path, pdf), log)
      }
    })
    replaceFolder(out, staging.path)
    return deck
  } finally {
    // Nothing is removed that is still being written.
    await site.catch(() => {})
    staging.remove()
  }
}

async function namePdf(deck: DeckModel): Promise<string> {
  const { defaultName } = await import('../print/print-deck.ts')
  return `${defaultName(deck)}.pdf`
}

async function addPdf(session: Session, path: string, log: (line: string) => void): Promise<void> {
  // Only a site with a PDF needs what prints.
  const { printPdf } = await import('../print/print-pdf.ts')
  const { describeNotices } = await import('../print/print-deck.ts')
  const printed = await printPdf(session, {
    view: 'print',
    slides: session.deck.slides.map(({ number }) => number),
    isDark: false,
    hasEveryClick: false,
  })
  describeNotices(printed).forEach((notice) => log(notice))
  writeFileAtomically(path, printed.bytes)
}

/**
 * A path to serve under as browsers need it: a slash on both ends.
 *
 * @param text - As typed, such as `talks/x`.
 */
export function toBase(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path === '' ? '/' : `/${path}/`
}

/**
 * A full address with a slash at its end.
 *
 * @throws {Error} when it is none.
 */
export function toSiteUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`--url ${text} is no address. Name one such as https://lab.example/talks/x/.`)
  }
  url.pathname = toBase(url.pathname)
  return url
}
