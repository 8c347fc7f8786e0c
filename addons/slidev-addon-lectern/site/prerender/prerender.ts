import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Page } from 'playwright-chromium'

import { readPageScript } from '../../browser/page-script.ts'
import type { Session } from '../../browser/session.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { describeExplanation } from '../../deck/explanation.ts'
import type { DeckModel } from '../../deck/read-deck.ts'
import type { Progress } from '../../output/progress.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { createDeckStyles } from './deck-styles.ts'
import { describeSlide, listNames } from './meta-tags.ts'
import { explainMissingFiles } from './missing-files.ts'
import { composePage } from './page-html.ts'
import type { PageFrame } from './page-html.ts'
import { readSlideScripts } from './slide-scripts.ts'
import { openDeck, walkSlides } from './walk-slides.ts'

/** A built site whose slides get pages. */
export interface PrerenderOrder {
  /** Folder of the built site. */
  site: string
  /** Path it is served under, with a slash on both ends. */
  base: string
  /** Full address it is published at, where that is known. */
  url?: string
  /** File of the first slide's image, which link previews show. */
  image: string
}

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
  writeFileAtomically(order.image, await drawShareImage(page))
  const frame = await readFrame(page, order)
  // With the memory router, slides have no addresses.
  if (frame.router !== 'memory') {
    const pages = await composePages(page, session, order, frame, progress, log)
    pages.forEach(({ names, html }) => writePage(order.site, names, html))
    // Slidev has Netlify answer unknown addresses with the first slide.
    const { base } = order
    writeFileSync(join(order.site, '_redirects'), `${base}*    ${base}${SHELL}   200\n`)
  }
  await page.context().close()
  explainMissingFiles(deck, missing, order.base).forEach((each) => log(describeExplanation(each)))
}

/** Draws the first slide with all its steps as a PNG. */
async function drawShareImage(page: Page): Promise<Buffer> {
  await page.evaluate(async () => window.lecternPage.showWhole(1))
  return page.locator('#slide-content').screenshot({ animations: 'disabled' })
}

/** A page with the names it is published under. */
interface NamedPage {
  names: readonly string[]
  html: string
}

async function composePages(
  page: Page,
  { deck, server }: Session,
  order: PrerenderOrder,
  frame: PageFrame,
  progress: Progress,
  log: (line: string) => void,
): Promise<NamedPage[]> {
  const styles = createDeckStyles(
    (address) => findFile(new URL(address, server.url), server.url, order),
    log,
  )
  const listScripts = await createScriptList(page, order, frame)
  const pages: NamedPage[] = []
  const missed = new Map<number, string>()
  const add = (slide: number, html: string): void => {
    const names = listNames(deck, slide)
    pages[slide - 1] = { names: slide === 1 ? ['', ...names] : names, html }
    progress.advance()
  }
  progress.start('Prerendering the slides', deck.slides.length)
  await walkSlides(page, deck.slides.length, {
    readStyles: styles.read,
    take: async (captured) => {
      const { slide, html, bodyStyle } = captured
      const facts = describeSlide(deck, captured, { shell: frame.shell, url: order.url })
      const style = await styles.pick(captured)
      const scripts = listScripts(slide)
      add(slide, composePage({ ...facts, ...style, html, bodyStyle, scripts }, frame))
    },
    miss: (slide, reason) => {
      missed.set(slide, reason)
      add(slide, frame.shell)
    },
  })
  if (missed.size === deck.slides.length) {
    throw new Error(missed.get(1))
  }
  missed.forEach((reason, slide) => log(describeMissed(deck, slide, reason)))
  return pages
}

/** Describes a slide that cannot be captured, in one line. */
function describeMissed({ slides }: DeckModel, slide: number, reason: string): string {
  const title = slides[slide - 1]?.title
  const name = title ? `Slide ${slide} "${title}"` : `Slide ${slide}`
  return `${name} is shown only once the application is loaded, because it could not be captured: ${reason}.`
}

/** Returns the file of an address; `undefined` for one of another host, or without a file. */
function findFile(url: URL, server: string, { site, base }: PrerenderOrder): string | undefined {
  if (url.origin !== new URL(server).origin || !url.pathname.startsWith(base)) {
    return undefined
  }
  const path = join(site, decodePath(url.pathname.slice(base.length)))
  return existsSync(path) ? path : undefined
}

async function readFrame(page: Page, { site, base }: PrerenderOrder): Promise<PageFrame> {
  return {
    shell: readFileSync(join(site, SHELL), 'utf8'),
    base,
    earlyScript: await readPageScript('early-script'),
    ...(await page.evaluate(() => window.lecternPage.readView())),
  }
}

/** Lists the scripts that the application needs for a slide, except those that the shell names. */
async function createScriptList(
  page: Page,
  { site, base }: PrerenderOrder,
  { shell }: PageFrame,
): Promise<(slide: number) => string[]> {
  const scripts = readSlideScripts(site)
  const loaded = await page.evaluate(() => window.lecternPage.listScripts())
  const common = loaded
    .map((path) => path.slice(base.length))
    // Not one of another host.
    .filter((name) => !scripts.isSlide(name) && existsSync(join(site, name)))
  const namedByShell = new Set(shell.match(/[\w./-]+\.js(?=")/g))
  return (slide) =>
    [...new Set([...common, ...scripts.ofSlide(slide)])]
      .map((name) => `${base}${name}`)
      .filter((name) => !namedByShell.has(name))
}

/** Writes a page under its names, each as a file and as a folder. Files that the site already has stay. */
function writePage(site: string, names: readonly string[], html: string): void {
  for (const name of names) {
    const paths = name === '' ? ['index.html'] : [`${name}.html`, join(name, 'index.html')]
    for (const path of paths.map((part) => join(site, part))) {
      if (name === '' || !existsSync(path)) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, html)
      }
    }
  }
}
