import { isDrawingDiagram } from '../../client/drawn.ts'
import { findSlidev, readSlideSize } from '../../client/slidev-nav.ts'
import type { SlideSize } from '../../client/slidev-nav.ts'
import { isDrawn } from '../drawn.ts'

/** Longest wait until a slide is drawn, in ms. */
const DRAWING_LIMIT_MS = 30_000

/** How a deck is shown. */
export interface DeckView extends SlideSize {
  /** Slidev's `routerMode`: `history`, `hash` or `memory`. */
  router: string
  /** As the headmatter sets it: `auto`, `light` or `dark`. */
  colorSchema: string
}

/** Returns how Slidev's configuration has the deck shown. */
export function readView(): DeckView {
  const { colorSchema, routerMode } = findSlidev().configs
  return { router: routerMode, colorSchema, ...readSlideSize() }
}

/** Lists the addresses of the scripts that were loaded. */
export function listScripts(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.js'))
}

/** Loads the scripts and style sheets of all slides at once, which is faster than waiting for each in turn. */
export async function loadSlides(): Promise<void> {
  // A slide that fails to load is not drawn later.
  await Promise.allSettled(findSlidev().nav.slides.map(async (slide) => slide.load()))
}

/**
 * Shows a slide at its first step.
 *
 * @throws {Error} when it is not drawn in time.
 */
export async function showSlide(number: number): Promise<void> {
  const { nav } = findSlidev()
  for (const { no, meta } of nav.slides) {
    // Slidev keeps slides mounted that were shown, and updates all of them for each slide.
    // oxlint-disable-next-line no-underscore-dangle -- Slidev's own name
    meta.__preloaded &&= no === number
  }
  await nav.go(number)
  await untilDrawn(number)
}

/**
 * Shows a slide with all its steps and images.
 *
 * @throws {Error} when it is not drawn in time.
 */
export async function showWhole(number: number): Promise<void> {
  await showSlide(number)
  const { nav } = findSlidev()
  if (nav.clicksTotal > 0) {
    await nav.go(number, nav.clicksTotal)
  }
  const images = document.querySelectorAll<HTMLImageElement>(`[data-slidev-no="${number}"] img`)
  await Promise.all([
    document.fonts.ready,
    // An image that cannot be loaded is missing on the slide as well.
    ...[...images].map(async (image) => image.decode().catch(() => {})),
  ])
}

/**
 * Waits until a slide is drawn.
 *
 * @throws {Error} when it is not drawn in time.
 */
export async function untilDrawn(number: number): Promise<void> {
  const until = performance.now() + DRAWING_LIMIT_MS
  // Twice in a row, because a slide that is drawn may load more to draw.
  for (let times = 0; times < 2; times = isReady(number) ? times + 1 : 0) {
    if (performance.now() > until) {
      throw new Error(`Slide ${number} was not drawn within ${DRAWING_LIMIT_MS / 1000} s.`)
    }
    // Waits until the page has nothing else to do; the browser would delay a timer.
    await scheduler.postTask(() => {}, { priority: 'background' })
  }
}

function isReady(number: number): boolean {
  return isDrawn(number) && !isDrawingDiagram()
}
