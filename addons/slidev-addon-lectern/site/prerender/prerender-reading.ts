import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-chromium'

import type { DeckModel } from '../../deck/read-deck.ts'
import { READ } from '../../deck/reading-view.ts'
import { firstLine } from '../../deck/source-lines.ts'
import type { LostSlide } from '../../page/reading/capture-article.ts'
import { composeSearchIndex, SEARCH_INDEX } from '../search/search-index.ts'
import type { Prerendering } from './prerendering.ts'
import { composeReadingPage } from './reading-html.ts'
import { writePage } from './write-page.ts'

/** Longest wait for the reading view, in ms; it draws all slides. */
const COMPOSING_LIMIT_MS = 60_000

/**
 * Gives the reading view of a site a page of its own, which holds the talk as an article, and writes the index that the
 * site's search reads.
 *
 * @param page - New page of the browser.
 * @throws {Error} when the article is not composed in time.
 */
export async function prerenderReading(
  page: Page,
  { session: { deck, server }, order, frame, styles, log }: Prerendering,
): Promise<void> {
  await page.exposeFunction('lecternReadStyles', styles.read)
  await page.goto(`${server.url}${frame.router === 'hash' ? '#/' : ''}${READ}`)
  const captured = await Promise.race([
    page.evaluate(async () => window.lecternPage.captureArticle()),
    refuseAfter(COMPOSING_LIMIT_MS),
  ])
  captured.lost.forEach((lost) => log(describeLost(deck, lost)))
  const { fontCss, stackCss } = await styles.subset(captured)
  const html = composeReadingPage(
    {
      title: nameDeck(deck),
      url: order.url && `${order.url}${READ}`,
      html: captured.html,
      fontCss,
      stackCss,
      styles: captured.styles.filter((url) => !frame.shell.includes(url)),
    },
    frame,
  )
  writePage(order.site, [READ], html)
  const index = join(order.site, SEARCH_INDEX)
  if (!existsSync(index)) {
    writeFileSync(index, composeSearchIndex(captured.records))
  }
}

function describeLost({ slides }: DeckModel, { slide, reason }: LostSlide): string {
  const model = slides[slide - 1]
  const place = model ? `${model.file}:${firstLine(model)}: ` : ''
  return `${place}slide ${slide} is only a link in the reading view, because it could not be copied: ${reason}.`
}

function nameDeck({ headmatter: { title }, slides }: DeckModel): string {
  return typeof title === 'string' ? title : (slides[0]?.title ?? '')
}

async function refuseAfter(limitMs: number): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`it was not drawn within ${limitMs / 1000} s`)),
      limitMs,
    )
    timer.unref()
  })
}
