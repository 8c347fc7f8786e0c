import type { PageFrame } from '../../site/prerender/page-html.ts'
import { findSlidev, readSlideSize } from '../slidev-nav.ts'

/** How long a slide may take until it is drawn, in ms. */
const DRAWING_LIMIT_MS = 30_000

/** How the deck is shown, as Slidev's configuration has it. */
export function readView(): Pick<PageFrame, 'router' | 'colorSchema' | 'width' | 'height'> {
  const { colorSchema, routerMode } = findSlidev().configs
  return { router: routerMode, colorSchema, ...readSlideSize() }
}

/** Addresses of the scripts that were loaded. */
export function listScripts(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.endsWith('.js'))
}

/** Addresses of the style sheets in force, in their order. */
export function listStyles(): string[] {
  return [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  )
}

/** Loads the scripts and style sheets of all slides at once; one by one each of them would be waited for. */
export async function loadSlides(): Promise<void> {
  await Promise.all(findSlidev().nav.slides.map(async (slide) => slide.load()))
}

/**
 * Shows a slide at its first step.
 *
 * @throws {Error} when it is not drawn in time.
 */
export async function showSlide(number: number): Promise<void> {
  const { nav } = findSlidev()
  for (const { no, meta } of nav.slides) {
    // Slidev keeps what was shown, and goes through all of it for each slide.
    // oxlint-disable-next-line no-underscore-dangle -- Slidev's own name
    meta.__preloaded &&= no === number
  }
  await nav.go(number)
  await untilDrawn(number)
}

/**
 * Shows a slide with all its steps and pictures.
 *
 * @throws {Error} when it is not drawn in time.
 */
export async function showWhole(number: number): Promise<void> {
  await showSlide(number)
  const { nav } = findSlidev()
  if (nav.clicksTotal > 0) {
    await nav.go(number, nav.clicksTotal)
  }
  const pictures = document.querySelectorAll<HTMLImageElement>(`[data-slidev-no="${number}"] img`)
  await Promise.all([
    document.fonts.ready,
    // What cannot be had is missing here as it is on the slide.
    ...[...pictures].map(async (picture) => picture.decode().catch(() => {})),
  ])
}

/**
 * Waits until a slide is drawn.
 *
 * @throws {Error} when it is not in time.
 */
export async function untilDrawn(number: number): Promise<void> {
  const until = performance.now() + DRAWING_LIMIT_MS
  // Twice in a row: what is drawn may bring more to draw.
  for (let times = 0; times < 2; times = isDrawn(number) ? times + 1 : 0) {
    if (performance.now() > until) {
      throw new Error(`Slide ${number} was not drawn within ${DRAWING_LIMIT_MS / 1000} s.`)
    }
    // When the page has nothing else to do; a timer would be held back.
    await scheduler.postTask(() => {}, { priority: 'background' })
  }
}

function isDrawn(number: number): boolean {
  const slide = document.querySelector(`#app [data-slidev-no="${number}"]`)
  return (
    slide !== null &&
    slide.querySelector('.slidev-layout') !== null &&
    !slide.querySelector('.slidev-slide-loading') &&
    !document.querySelector('#mermaid-rendering-container > *')
  )
}
