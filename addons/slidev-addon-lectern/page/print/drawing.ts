import { isDrawingDiagram, isDrawn } from '../drawn.ts'

/** Lists the slides of a print view that are not drawn yet. */
export function listUndrawn(slides: readonly number[]): number[] {
  const isBusy = isDrawingDiagram() || isWaiting()
  return slides.filter((slide) => !isNoteAlone(slide) && (isBusy || !isDrawn(slide)))
}

/** Tells whether part of a slide has to wait: `data-waitfor` is Slidev's mark, with a selector. */
function isWaiting(): boolean {
  return [...document.querySelectorAll('[data-waitfor]')].some((part) => {
    const selector = part.getAttribute('data-waitfor')
    return selector !== null && selector !== '' && !part.querySelector(selector)
  })
}

/** Tells whether the handout has the note of a slide without the slide. */
function isNoteAlone(slide: number): boolean {
  return document.querySelector(`[data-slide-place="${slide}"]:not(:has(.slide))`) !== null
}

/**
 * Waits for the fonts and images known by now, and for two frames.
 *
 * @returns Whether these were all: no other image has come meanwhile.
 */
export async function loadImages(): Promise<boolean> {
  const images = new Set(document.images)
  await document.fonts.ready
  await Promise.all(
    [...images].map(async (image) => {
      // A lazy image far down would load only when scrolled to.
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

/** Waits until the images of a page that is drawn can be seen on a screenshot. */
export async function decodeImages(): Promise<void> {
  // An image that cannot be decoded is shown as the browser shows it.
  await Promise.all([...document.images].map(async (image) => image.decode().catch(() => {})))
}
