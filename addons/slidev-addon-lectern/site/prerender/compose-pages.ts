import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'

import type { DeckModel } from '../../deck/read-deck.ts'
import { linkPages } from './link-pages.ts'
import { describeSlide, listNames } from './meta-tags.ts'
import { composePage } from './page-html.ts'
import type { PageFrame } from './page-html.ts'
import type { Prerendering, PrerenderOrder } from './prerendering.ts'
import { listShellScripts, readSlideScripts } from './slide-scripts.ts'
import { walkSlides } from './walk-slides.ts'

/** A page with the names it is published under. */
export interface NamedPage {
  names: readonly string[]
  html: string
}

/**
 * Shows one slide after the other, and composes a page of each. A slide that cannot be captured gets the application's
 * page.
 *
 * @throws {Error} when no slide can be captured.
 */
export async function composePages(
  page: Page,
  { session: { deck }, order, frame, styles, progress, log }: Prerendering,
): Promise<NamedPage[]> {
  const listScripts = await createScriptList(page, order, frame)
  const namesOf = deck.slides.map((_, index) => listNames(deck, index + 1))
  const pages: NamedPage[] = []
  const missed = new Map<number, string>()
  const add = (slide: number, html: string): void => {
    const names = namesOf[slide - 1] ?? []
    pages[slide - 1] = { names: slide === 1 ? ['', ...names] : names, html }
    progress.advance()
  }
  progress.start('Prerendering the slides', deck.slides.length)
  await walkSlides(page, deck.slides.length, {
    readStyles: styles.read,
    take: async (captured) => {
      const { slide, bodyStyle } = captured
      const html =
        frame.router === 'hash' ? linkPages(captured.html, namesOf, frame.base) : captured.html
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
  const namedByShell = listShellScripts(shell)
  return (slide) =>
    [...new Set([...common, ...scripts.ofSlide(slide)])]
      .map((name) => `${base}${name}`)
      .filter((name) => !namedByShell.has(name))
}
