import { basename, join, resolve } from 'node:path'

import { withSession } from '../browser/session.ts'
import type { Session } from '../browser/session.ts'
import { buildDeck } from '../deck/build-deck.ts'
import { isPrintedBySlidev } from '../deck/build-variables.ts'
import type { BuildVariables } from '../deck/build-variables.ts'
import { listBuildWarnings } from '../deck/build-warnings.ts'
import { findDeckFile } from '../deck/find-deck.ts'
import { findSlidev } from '../deck/find-slidev.ts'
import { hasPublicNotes, listPublicOptions } from '../deck/public-build.ts'
import { readDeck } from '../deck/read-deck.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { isTested, nameSlidev } from '../deck/tested-slidev.ts'
import { NO_PROGRESS } from '../output/progress.ts'
import type { Progress } from '../output/progress.ts'
import { checkReplaceable, replaceFolder } from '../output/replace-folder.ts'
import { removeAtExit } from '../output/temporary-folder.ts'
import { writeFileAtomically } from '../output/write-file.ts'
import { addSlidePages } from './add-slide-pages.ts'
import { findBase, toBase } from './base-path.ts'
import { addHeadersFile } from './headers-file.ts'

/** Site to make of a deck, and how it is run. */
export interface SiteOptions {
  /** Path of the deck's Markdown file, or of a folder with a `slides.md`. */
  entry: string
  /** Folder that a relative `entry` and `out` start in. @default process.cwd() */
  workingFolder?: string
  /** Folder to write. */
  out: string
  /**
   * Path the site will be served under.
   *
   * @default the path of `url`, or `base` of `vite.config.ts`, or `/`
   */
  base?: string
  /** Full address it will be published at, with a slash at its end. @default it is not known */
  url?: string
  /**
   * `history` for hosts that answer every path with the page, `hash` for plain file servers.
   *
   * @default the deck's `routerMode`
   */
  router?: string
  /** Whether notes and presenter mode are in the site. @default false */
  isSpeaker?: boolean
  /** Whether the PDF is in the site, with a button that downloads it. @default false */
  hasPdf?: boolean
  /** Whether errors and warnings of the PDF keep the site from being written. @default false */
  isStrict?: boolean
  /** @default none is shown */
  progress?: Progress
  /**
   * Gets warnings of the build, one line each, and what is installed.
   *
   * @default console.warn
   */
  log?: (line: string) => void
}

/** Facts of a site that was written. */
export interface SiteResult {
  /** Absolute path of its folder. */
  out: string
  /** Path it is to be served under. */
  base: string
  /** Number of slides. */
  slides: number
  /** Whether notes that the author made public are in a site without the others. */
  hasPublicNotes: boolean
}

/** File of the image that link previews show. */
const SHARE_IMAGE = 'og-image.png'

/**
 * Builds a deck into a site with a page for each slide. An earlier site stays until the new one is complete.
 * Where slides cannot be captured, the site has Slidev's own pages instead.
 *
 * @throws {Error} when the deck does not exist, the folder holds anything but a site, or a step fails.
 */
export async function buildSite(given: SiteOptions): Promise<SiteResult> {
  const { url, router, workingFolder = process.cwd(), isSpeaker = false, hasPdf = false } = given
  const { progress = NO_PROGRESS, log = console.warn } = given
  const entry = findDeckFile(given.entry, workingFolder)
  if (typeof given.out !== 'string') {
    // A program without types can leave it out.
    throw new TypeError(
      `"out" is ${String(given.out)}. Expected the folder to write, such as dist.`,
    )
  }
  const out = resolve(workingFolder, given.out)
  // Before the build, so that a slip in the author's files is told at once.
  const deck = await readDeck(entry, workingFolder)
  const base =
    given.base === undefined
      ? await (url === undefined ? findBase(deck.folder, log) : new URL(url).pathname)
      : toBase(given.base)
  const pdf = hasPdf ? await namePdf(deck) : undefined
  const { version } = findSlidev(deck.folder)
  const canPrerender = isTested(version)
  if (!canPrerender) {
    log(
      `${nameSlidev(version)} is no tested version: slides get no pages of their own, and the site has ` +
        "Slidev's pages. Update slidev-addon-lectern.",
    )
  }
  const variables: BuildVariables = {
    isPublic: !isSpeaker,
    pdfUrl: pdf && `${base}${pdf}`,
    imageUrl: canPrerender ? `${url ?? base}${SHARE_IMAGE}` : undefined,
    url,
  }
  const options = [
    '--base',
    base,
    ...(router === undefined ? [] : ['--router-mode', router]),
    ...(isSpeaker ? [] : listPublicOptions(deck)),
  ]
  checkReplaceable(out)
  const staging = removeAtExit(`${out}.${process.pid}.partial`)
  const build = async (): Promise<string> => {
    progress.start('Building the deck')
    const output = await buildDeck(deck, staging.path, options, variables, log)
    listBuildWarnings(deck, output).forEach((warning) => log(warning))
    return staging.path
  }
  const site = build()
  // Thrown where it is awaited, below.
  site.catch(() => {})
  try {
    if (!hasPdf && isPrintedBySlidev(deck.headmatter['download'])) {
      log('"download: true" adds no PDF to this site. Use --with-pdf, which adds it with a button.')
    }
    // Loads while the deck is being built.
    const prerendering = canPrerender ? import('./prerender/prerender.ts') : undefined
    const use = async (session: Session): Promise<void> => {
      if (prerendering) {
        const { prerenderSite } = await prerendering
        const image = join(staging.path, SHARE_IMAGE)
        await addSlidePages(
          { site: staging.path, image },
          log,
          () => session.browser.isConnected(),
          async () =>
            prerenderSite(session, { site: staging.path, base, url, image }, progress, log),
        )
      }
      if (pdf !== undefined) {
        progress.start(`Printing ${deck.slides.length} slides`)
        await addPdf(session, join(staging.path, pdf), given.isStrict ?? false, log)
      }
    }
    if (prerendering || hasPdf) {
      await withSession({ deck, site, hasNotes: isSpeaker, progress, log }, use)
    }
    await site
    addHeadersFile(staging.path, base, deck.settings.embed, log)
    replaceFolder(out, staging.path, log)
    return {
      out,
      base,
      slides: deck.slides.length,
      hasPublicNotes: !isSpeaker && hasPublicNotes(deck),
    }
  } finally {
    // Removes nothing that is still being written.
    await site.catch(() => {})
    staging.remove()
  }
}

async function namePdf(deck: DeckModel): Promise<string> {
  const { outputName } = await import('../print/output-path.ts')
  return `${outputName(deck)}.pdf`
}

async function addPdf(
  session: Session,
  path: string,
  isStrict: boolean,
  log: (line: string) => void,
): Promise<void> {
  const { printForSite } = await import('../print/print-for-site.ts')
  const { listProblems, refuseProblems, sumUpProblems } = await import('../print/print-problem.ts')
  const { bytes, problems } = await printForSite(session)
  const name = basename(path)
  if (isStrict) {
    refuseProblems(problems, name)
  }
  listProblems(problems).forEach((line) => log(line))
  if (problems.length > 0) {
    log(`${name}: ${sumUpProblems(problems)}`)
  }
  writeFileAtomically(path, bytes)
}
