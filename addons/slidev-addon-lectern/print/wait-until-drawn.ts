import type { Page } from 'playwright-chromium'

import type { PrintProblem } from './print-problem.ts'
import type { ProblemWatch } from './watch-problems.ts'

/** How long a deck may take until it is drawn, in ms; what is missing then is a fault. */
const DRAWING_LIMIT_MS = 60_000

/**
 * Waits until nothing changes any more; what never came is returned as a fault. Once something went wrong
 * it waits no longer: a slide that broke does not come.
 */
export async function waitUntilDrawn(
  page: Page,
  watch: ProblemWatch,
  slides: readonly number[],
): Promise<PrintProblem[]> {
  const until = Date.now() + DRAWING_LIMIT_MS
  let missing = await page.evaluate(listMissing, slides)
  let isQuiet = false
  while ((!isQuiet || (missing.length > 0 && !watch.hasProblems())) && Date.now() < until) {
    const isSettled = await page.evaluate(settle)
    const before = watch.pending()
    missing = await page.evaluate(listMissing, slides)
    isQuiet = isSettled && before === 0 && watch.pending() === 0
  }
  return watch.hasProblems()
    ? []
    : missing.map((slide) => ({
        slide,
        message:
          `it was not drawn within ${DRAWING_LIMIT_MS / 1000} s. ` +
          'Open it with "npm start" and look for what it waits for.',
      }))
}

/** The slides that are not drawn yet. Runs in the page. */
function listMissing(slides: readonly number[]): number[] {
  const isBusy =
    document.querySelector('#mermaid-rendering-container > *') !== null ||
    [...document.querySelectorAll('[data-waitfor]')].some((part) => {
      const selector = part.getAttribute('data-waitfor')
      return selector !== null && selector !== '' && !part.querySelector(selector)
    })
  return slides.filter((slide) => {
    const containers = document.querySelectorAll(
      `.print-slide-container[id^="${String(slide).padStart(3, '0')}-"]`,
    )
    const isDrawn = [...containers].every(
      (container) =>
        container.querySelector('.slidev-layout') &&
        !container.querySelector('.slidev-slide-loading'),
    )
    // A handout of notes alone has places without slides.
    const isText =
      document.querySelector(`[data-slide-place="${slide}"]:not(:has(.slide))`) !== null
    return !isText && (containers.length === 0 || !isDrawn || isBusy)
  })
}

/**
 * Waits for the fonts and pictures known by now, and for two frames. Runs in the page.
 *
 * @returns Whether these were all: no other picture has come meanwhile.
 */
async function settle(): Promise<boolean> {
  const images = new Set(document.images)
  await document.fonts.ready
  await Promise.all(
    [...images].map(async (image) => {
      // A picture far down would be loaded when somebody came near it.
      image.loading = 'eager'
      if (!image.complete) {
        await new Promise((resolve) => {
          image.addEventListener('load', resolve)
          image.addEventListener('error', resolve)
        })
      }
    }),
  )
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
  }
  return [...document.images].every((image) => images.has(image))
}

/** Waits until the pictures of a page that is drawn can be seen on a screenshot. */
export async function decodePictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A picture that cannot be decoded is shown as the browser shows it.
    await Promise.all([...document.images].map(async (image) => image.decode().catch(() => {})))
  })
}
