import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Page } from 'playwright-chromium'

import type { Stage } from '../print/stage.ts'
import type { Progress } from '../progress.ts'
import { captureSlide } from './capture-slide.ts'
import type { CapturedSlide } from './capture-slide.ts'
import { pickCritical, readStyles } from './critical-css.ts'
import type { CriticalSource } from './critical-css.ts'
import { readFontFaces } from './font-faces.ts'
import type { FontFace } from './font-faces.ts'
import { createSubsetter, toStackRules } from './font-subsets.ts'
import type { PageFonts } from './font-subsets.ts'
import { composePage } from './page-html.ts'
import type { PageFrame } from './page-html.ts'
import { readSlideScripts } from './slide-scripts.ts'
import { openDeck, readConfig, showSlide } from './walk-slides.ts'

/** The site whose slides get pages. */
export interface PrerenderOrder {
  /** Folder of the built site. */
  site: string
  base: string
  /** Full address it is published at, where that is known. */
  url?: string
}

/** The page of the application without a slide; hosts answer unknown addresses with it. */
export const SHELL = '404.html'

/** Longest description of a slide, in characters; link previews show about as much. */
const DESCRIPTION_LENGTH = 200

/**
 * Gives every slide of a built site a page of its own, with the slide in it: `12.html`, the same as
 * `12/index.html` for servers that answer `/12` with nothing but a folder, and `index.html` for the first.
 *
 * @throws {Error} when a slide cannot be drawn.
 */
export async function prerenderSite(
  stage: Stage,
  order: PrerenderOrder,
  progress: Progress,
): Promise<void> {
  const { deck } = stage
  const { site, base, url } = order
  const toPath = (address: string): string =>
    join(site, new URL(address, stage.server.url).pathname.slice(base.length))
  const page = await openDeck(stage)
  try {
    const config = await readConfig(page)
    if (config.routerMode === 'memory') {
      // Slides have no addresses.
      return
    }
    const frame: PageFrame = {
      shell: readFileSync(join(site, SHELL), 'utf8'),
      base,
      router: config.routerMode,
      colorSchema: config.colorSchema,
      width: config.canvasWidth,
      height: Math.ceil(config.canvasWidth / config.aspectRatio),
    }
    const scripts = readSlideScripts(site)
    const common = (await listScripts(page, base)).filter((name) => !scripts.isSlide(name))
    const namedByShell = new Set(frame.shell.match(/[\w./-]+\.js(?=")/g))
    const styles = createStyles(toPath)
    progress.start('Prerendering the slides', deck.slides.length)
    const total = deck.slides.length
    const writing: Promise<void>[] = []
    for (const { number, title, frontmatter } of deck.slides) {
      await showSlide(page, number)
      const captured = await styles.capture(page, number)
      const alias = frontmatter['routeAlias']
      const names = [String(number), ...(typeof alias === 'string' ? [alias] : [])]
      writing.push(
        (async () => {
          const fonts = await styles.subsetFonts(captured)
          const html = composePage(
            {
              slide: number,
              total,
              names,
              title: toTitle(title, deck.headmatter['title'], number),
              description:
                number === 1 && hasDescription(frame.shell) ? undefined : shorten(captured.text),
              url: url === undefined ? undefined : `${url}${number === 1 ? '' : number}`,
              html: captured.html,
              css: styles.pick(captured) + toStackRules(captured.stacks, fonts.families),
              fontCss: fonts.css,
              bodyStyle: captured.bodyStyle,
              scripts: [...new Set([...common, ...scripts.ofSlide(number)])]
                .map((name) => `${base}${name}`)
                .filter((name) => !namedByShell.has(name)),
              fonts: fonts.urls,
            },
            frame,
          )
          writePage(site, number === 1 ? ['', ...names] : names, html)
          progress.advance()
        })(),
      )
    }
    await Promise.all(writing)
    // Slidev has Netlify answer unknown addresses with the first slide.
    writeFileSync(join(site, '_redirects'), `${base}*    ${base}${SHELL}   200\n`)
  } finally {
    await page.context().close()
  }
}

/** The scripts a page has loaded, named within the site. */
async function listScripts(page: Page, base: string): Promise<string[]> {
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  )
  return paths.map((path) => path.slice(base.length))
}

/** The deck's style sheets, each read once. */
function createStyles(toPath: (url: string) => string): {
  capture: (page: Page, slide: number) => Promise<CapturedSlide>
  pick: (captured: CapturedSlide) => string
  subsetFonts: (captured: CapturedSlide) => Promise<PageFonts>
} {
  const sources = new Map<string, CriticalSource>()
  const faces: FontFace[] = []
  const subsetter = createSubsetter(faces, toPath)
  const learn = async (page: Page): Promise<void> => {
    const urls = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
        (link) => link.href,
      ),
    )
    const unknown = urls.filter((url) => !sources.has(url))
    for (const url of unknown) {
      const css = readFileSync(toPath(url), 'utf8')
      sources.set(url, readStyles(css))
      faces.push(...readFontFaces(css))
    }
    if (unknown.length > 0) {
      const trials = [...sources.values()].flatMap((source) => [...source.trials.values()])
      await page.evaluate((all) => void (window.deckTrials = all), [...new Set(trials)])
    }
  }
  return {
    capture: async (page, slide) => {
      await learn(page)
      return page.evaluate(captureSlide, {
        slide,
        families: [...new Set(faces.map(({ family }) => family))],
      })
    },
    pick: ({ styles, matched, html }) =>
      pickCritical(
        styles.flatMap((url) => sources.get(url) ?? []),
        new Set(matched),
        html,
      ),
    subsetFonts: async ({ uses }) => subsetter.subset(uses),
  }
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

function toTitle(title: string, deckTitle: unknown, slide: number): string {
  const named = typeof deckTitle === 'string' ? deckTitle : ''
  const parts = [title || `Slide ${slide}`, named].filter(Boolean)
  return [...new Set(parts)].join(' · ')
}

/** Whether the deck describes itself; its first page is the deck's. */
function hasDescription(shell: string): boolean {
  return shell.includes('<meta name="description"')
}

function shorten(text: string): string {
  return text.length <= DESCRIPTION_LENGTH
    ? text
    : `${text.slice(0, DESCRIPTION_LENGTH).replace(/\s+\S*$/, '')} …`
}
