import { EMPTY_EDITOR, isDrawingDiagram } from '../../client/drawn.ts'
import { isDrawn, LOADING_FIGURE } from '../drawn.ts'
import { nextFrame } from '../next-frame.ts'

/** State of a print view while it is drawn. */
export interface DrawingState {
  /** Numbers of the slides that are not drawn yet. */
  undrawn: number[]
  /** Whether a diagram is being drawn; its slide is not known. */
  hasOpenDiagram: boolean
  /** Number of editors without colors: some of them will get none. */
  uncolored: number
  /** Whether the fonts and images known by now are loaded, or failed. */
  areAllLoaded: boolean
  /** Number of elements of the page, which grows while something is drawn. */
  elements: number
}

/** Returns how far the slides of a print view are drawn, after at most a second of waiting for fonts and images. */
export async function readDrawing(slides: readonly number[]): Promise<DrawingState> {
  const areAllLoaded = await loadImages()
  const waiting = findWaiting()
  return {
    undrawn: slides.filter(
      (slide) => !isNoteAlone(slide) && (waiting.has(slide) || !isDrawn(slide)),
    ),
    hasOpenDiagram: isDrawingDiagram(),
    uncolored: document.querySelectorAll(UNCOLORED_EDITOR).length,
    areAllLoaded,
    elements: document.querySelectorAll('*').length,
  }
}

/** An editor of a programming language in which all text has the first color. */
const UNCOLORED_EDITOR =
  '.slidev-monaco-container [data-mode-id]:not([data-mode-id="plaintext"], :has(.mtk1 ~ [class^="mtk"]))'

/** Returns the slides with a part that is still to come: `data-waitfor` is Slidev's mark, with a selector. */
function findWaiting(): Set<number> {
  const parts = [...document.querySelectorAll('[data-waitfor]')].filter((part) => {
    const selector = part.getAttribute('data-waitfor')
    return selector !== null && selector !== '' && !part.querySelector(selector)
  })
  return new Set(
    [...parts, ...document.querySelectorAll(EMPTY_EDITOR)].map((part) =>
      Number.parseInt(part.closest('.print-slide-container')?.id ?? '0', 10),
    ),
  )
}

/** Tells whether the handout has the note of a slide without the slide. */
function isNoteAlone(slide: number): boolean {
  return document.querySelector(`[data-slide-place="${slide}"]:not(:has(.slide))`) !== null
}

/** Longest wait for fonts and images, in ms: the caller looks at what else goes on, and asks again. */
const LOADING_LIMIT_MS = 1000

/**
 * Waits for the fonts and images known by now, at most for a second, and for two frames.
 *
 * @returns Whether these were all: each is loaded or failed, and no other image has come meanwhile.
 */
async function loadImages(): Promise<boolean> {
  const images = new Set(document.images)
  const areLoaded = await isDoneInTime(untilLoaded([...images]))
  const areFiguresLive = document.querySelector(LOADING_FIGURE) === null
  return areLoaded && areFiguresLive && [...document.images].every((image) => images.has(image))
}

async function isDoneInTime(work: Promise<void>): Promise<boolean> {
  return Promise.race([
    work.then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), LOADING_LIMIT_MS)
    }),
  ])
}

/** Waits for fonts and images, and for two frames. */
async function untilLoaded(images: readonly HTMLImageElement[]): Promise<void> {
  await document.fonts.ready
  await Promise.all(
    images.map(async (image) => {
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
  await nextFrame()
  await nextFrame()
}

/** Waits until the images of a page that is drawn can be seen on a screenshot. */
export async function decodeImages(): Promise<void> {
  // An image that cannot be decoded is shown as the browser shows it.
  await Promise.all([...document.images].map(async (image) => image.decode().catch(() => {})))
}
