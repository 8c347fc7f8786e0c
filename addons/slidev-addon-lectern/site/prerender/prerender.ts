import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Page } from 'playwright-chromium'

import type { Session } from '../../browser/session.ts'
import type { Progress } from '../../output/progress.ts'
import { writeFileAtomically } from '../../output/write-file.ts'
import { createDeckStyles } from './deck-styles.ts'
import { describeSlide } from './meta-tags.ts'
import { composePage } from './page-html.ts'
import type { PageFrame } from './page-html.ts'
import { drawSharePicture } from './share-image.ts'
import { readSlideScripts } from './slide-scripts.ts'
import { openDeck, walkSlides } from './walk-slides.ts'

/** The site whose slides get pages. */
export interface PrerenderOrder {
  /** Folder of the built site. */
  site: string
  base: string
  /** Full address it is published at, where that is known. */
  url?: string
  /** File of the picture of the first slide. */
  picture: string
}

/** The page of the application without a slide; hosts answer unknown addresses with it. */
export const SHELL = '404.html'

/**
 * Gives every slide of a built site a page of its own, with the slide in it: `12.html`, the same as
 * `12/index.html` for servers that answer `/12` with nothing but a folder, and `index.html` for the first; and
 * draws the picture that is shown where the site is linked.
 *
 * @throws {Error} when a slide cannot be drawn.
 */
export async function prerenderSite(
  session: Session,
  order: PrerenderOrder,
  progress: Progress,
): Promise<void> {
  const page = await openDeck(session)
  writeFileAtomically(order.picture, await drawSharePicture(page))
  const frame = await readFrame(page, order)
  if (frame.router !== 'memory') {
    await prerenderSlides(page, session, order, frame, progress)
  }
  // Otherwise slides have no addresses.
}

async function prerenderSlides(
  page: Page,
  { deck, server }: Session,
  order: PrerenderOrder,
  frame: PageFrame,
  progress: Progress,
): Promise<void> {
  const { site, base } = order
  const toPath = (address: string): string =>
    join(site, new URL(address, server.url).pathname.slice(base.length))
  const styles = createDeckStyles(toPath)
  const listScripts = await createScriptList(page, order, frame)
  progress.start('Prerendering the slides', deck.slides.length)
  await walkSlides(page, deck.slides.length, {
    readStyles: styles.read,
    take: async (captured) => {
      const { slide, html, bodyStyle } = captured
      const facts = describeSlide(deck, captured, { shell: frame.shell, url: order.url })
      const style = await styles.pick(captured)
      const scripts = listScripts(slide)
      const text = composePage({ ...facts, ...style, html, bodyStyle, scripts }, frame)
      writePage(site, slide === 1 ? ['', ...facts.names] : facts.names, text)
      progress.advance()
    },
  })
  // Slidev has Netlify answer unknown addresses with the first slide.
  writeFileSync(join(site, '_redirects'), `${base}*    ${base}${SHELL}   200\n`)
}

async function readFrame(page: Page, { site, base }: PrerenderOrder): Promise<PageFrame> {
  return {
    shell: readFileSync(join(site, SHELL), 'utf8'),
    base,
    ...(await page.evaluate(() => window.deckPrerender.readView())),
  }
}

/** Which scripts the application needs for a slide, beside those that its page names anyway. */
async function createScriptList(
  page: Page,
  { site, base }: PrerenderOrder,
  { shell }: PageFrame,
): Promise<(slide: number) => string[]> {
  const scripts = readSlideScripts(site)
  const loaded = await page.evaluate(() => window.deckPrerender.listScripts())
  const common = loaded
    .map((path) => path.slice(base.length))
    .filter((name) => !scripts.isSlide(name))
  const namedByShell = new Set(shell.match(/[\w./-]+\.js(?=")/g))
  return (slide) =>
    [...new Set([...common, ...scripts.ofSlide(slide)])]
      .map((name) => `${base}${name}`)
      .filter((name) => !namedByShell.has(name))
}

/** Writes a page under its names, each as a file and as a folder; what the site has already stays. */
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
