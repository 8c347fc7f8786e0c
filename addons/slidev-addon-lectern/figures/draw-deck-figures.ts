import { withSession } from '../browser/session.ts'
import type { SessionSource } from '../browser/session.ts'
import { findFigures } from '../deck/figure-places.ts'
import { drawFigures } from './draw-figures.ts'
import type { FigureDesk, FigureOrder } from './draw-figures.ts'
import { openFigurePage } from './figure-page.ts'
import { openImageRecord } from './image-record.ts'

/** Deck whose figures are drawn, and how messages name things. */
export type FigureSource = Pick<SessionSource, 'deck' | 'progress' | 'log'> &
  Pick<FigureDesk, 'describePath' | 'callFor' | 'print'>

/**
 * Builds a deck, and draws its figures or compares them with their images.
 *
 * @returns Number of figures that differ from their image or cannot be drawn.
 */
export async function drawDeckFigures(
  order: FigureOrder,
  { deck, progress, log, ...words }: FigureSource,
): Promise<number> {
  const places = findFigures(deck.folder)
  const record = openImageRecord(places)
  const source = { deck, hasNotes: false, isForFigures: true, progress, log }
  return withSession(source, async ({ browser, server }) => {
    // Each figure has a line of its own.
    progress.stop()
    const { draw, close } = await openFigurePage(browser, server.url)
    const desk = { record, draw, imageOf: places.imageOf, ...words }
    return drawFigures(order, desk).finally(close)
  })
}
