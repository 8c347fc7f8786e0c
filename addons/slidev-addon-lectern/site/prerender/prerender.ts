import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import type { Page } from 'playwright-chromium'

import { readPageScript } from '../../browser/page-script.ts'
import type { Session } from '../../browser/session.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { describeExplanation } from '../../deck/explanation.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import { hasReadingView, NO_READING_VIEW } from '../../deck/reading-view.ts'
import type { Progress } from '../../output/progress.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { composePages } from './compose-pages.ts'
import type { NamedPage } from './compose-pages.ts'
import { createDeckStyles } from './deck-styles.ts'
import { explainMissingFiles } from './missing-files.ts'
import { withoutReading } from './page-html.ts'
import type { PageFrame } from './page-html.ts'
import { prerenderReading } from './prerender-reading.ts'
import type { Prerendering, PrerenderOrder } from './prerendering.ts'
import { drawShareImages, drawSlide, pathOfShareImage } from './share-images.ts'
import { describeReason, openDeck } from './walk-slides.ts'
import { writePage } from './write-page.ts'

/** File of the application's page without a slide; hosts answer unknown addresses with it. */
export const SHELL = '404.html'

/**
 * Gives every slide of a built site a page of its own that contains the slide: `12.html`, the same as
 * `12/index.html` for servers that answer `/12` only with a folder, and `index.html` for the first slide. Draws
 * the image for link previews. A slide that cannot be captured gets the application's page without a slide.
 *
 * @param log - Gets one line for each slide that cannot be captured, and for each file that the site does not have.
 * @throws {Error} when no slide can be captured; then the site's pages are as they were.
 */
export async function prerenderSite(
  session: Session,
  order: PrerenderOrder,
  progress: Progress,
  log: (line: string) => void,
): Promise<void> {
  const { deck, server } = session
  const missing = new Set<string>()
  const page = await openDeck(session, (url) => {
    if (findFile(url, server.url, order) === undefined) {
      missing.add(url.pathname)
    }
  })
  writeFileAtomically(order.image, await drawSlide(page, 1))
  const frame = await readFrame(page, order, deck)
  // With the memory router, slides have no addresses.
  if (frame.router !== 'memory') {
    const styles = createDeckStyles(
      (address) => findFile(new URL(address, server.url), server.url, order),
      log,
    )
    const work = { session, order, frame, styles, progress, log }
    const reading = addReading(page, work)
    const pages = await composePages(page, work)
    if (!(await reading)) {
      pages.forEach((each) => {
        each.html = withoutReading(each.html)
      })
    }
    if (order.url !== undefined) {
      await addShareImages(page, order, order.url, pages, progress)
    }
    pages.forEach(({ names, html }) => writePage(order.site, names, html))
    // Slidev has Netlify answer unknown addresses with the first slide.
    const { base } = order
    writeFileSync(join(order.site, '_redirects'), `${base}*    ${base}${SHELL}   200\n`)
  }
  await page.context().close()
  explainMissingFiles(deck, missing, order.base).forEach((each) => log(describeExplanation(each)))
}

/** Gives each page the image of its slide, unless the author chose one for the deck. */
async function addShareImages(
  page: Page,
  { site, image }: PrerenderOrder,
  url: string,
  pages: readonly NamedPage[],
  progress: Progress,
): Promise<void> {
  const own = `${url}${basename(image)}`
  progress.start('Drawing link previews', pages.length)
  await drawShareImages(page, site, pages.length, (slide, hasImage) => {
    const named = pages[slide - 1]
    if (named && hasImage) {
      named.html = named.html.replaceAll(
        `content="${own}"`,
        `content="${url}${pathOfShareImage(slide)}"`,
      )
    }
    progress.advance()
  })
}

/**
 * Adds the page of the reading view.
 *
 * @returns Whether the site has it. Without it, the view is composed when it is opened.
 */
async function addReading(page: Page, work: Prerendering): Promise<boolean> {
  if (!work.frame.hasReading) {
    work.log(NO_READING_VIEW)
    return false
  }
  try {
    const other = await page.context().newPage()
    await prerenderReading(other, work)
    await other.close()
    return true
  } catch (error) {
    work.log(`The reading view gets no page of its own: ${describeReason(error)}.`)
    return false
  }
}

/** Returns the file of an address; `undefined` for one of another host, or without a file. */
function findFile(url: URL, server: string, { site, base }: PrerenderOrder): string | undefined {
  if (url.origin !== new URL(server).origin || !url.pathname.startsWith(base)) {
    return undefined
  }
  const path = join(site, decodePath(url.pathname.slice(base.length)))
  return existsSync(path) ? path : undefined
}

async function readFrame(
  page: Page,
  { site, base }: PrerenderOrder,
  { settings, slides }: DeckModel,
): Promise<PageFrame> {
  return {
    shell: readFileSync(join(site, SHELL), 'utf8'),
    base,
    earlyScript: await readPageScript('early-script'),
    hasReading: hasReadingView(slides),
    isReadOnPhones: settings.readOnPhones,
    ...(await page.evaluate(() => window.lecternPage.readView())),
  }
}
