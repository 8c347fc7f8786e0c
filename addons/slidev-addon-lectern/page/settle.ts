import { describeMovement, findMoving } from './checks/accessibility/movement.ts'
import { isDrawn, LOADING_FIGURE } from './drawn.ts'
import { nextFrame } from './next-frame.ts'
import type { Observation } from './observation.ts'

/** Longest wait for something that never stops moving, in ms. It is waited for once. */
const PATIENCE_MS = 5000

/** Longest wait for the slide itself, its images and fonts, in ms: a hundred times what a quiet machine needs. */
const LOADING_LIMIT_MS = 60_000

/** Frames in a row without any change after which a slide is at rest. */
const STILL_FRAMES = 2

/** Selects elements that appear or disappear. */
const PASSING = '[class*="-enter-active"], [class*="-leave-active"]'

/** Elements that did not come to rest before. */
const restless = new WeakSet<Element>()

/**
 * Waits until a slide is at rest: it is drawn, its fonts are loaded and its images decoded, and nothing moves
 * any more. Brings transitions and animations to their end.
 *
 * @returns Observations of what moved although the viewer asks for reduced motion.
 * @throws {Error} if the slide is not drawn.
 */
export async function settle(number: number): Promise<Observation[]> {
  const moved = new Set<Element>()
  const start = performance.now()
  const isWithin = (limitMs: number): boolean => performance.now() - start < limitMs
  let still = 0
  let before = new Map<Element, string>()
  while (still < STILL_FRAMES && isWithin(isLoading(number) ? LOADING_LIMIT_MS : PATIENCE_MS)) {
    await nextFrame()
    for (const animation of document.getAnimations()) {
      const target = findMoving(animation, number)
      if (target) {
        moved.add(target)
      }
      finish(animation)
    }
    const passing = Array.from(document.querySelectorAll(PASSING)).filter(
      (element) => !restless.has(element),
    )
    await Promise.race([loadAll(number), sleepUntil(start + LOADING_LIMIT_MS)])
    const now = snapshot(number)
    const changed = listChanged(before, now)
    still = changed.length === 0 && passing.length === 0 && !isLoading(number) ? still + 1 : 0
    before = now
    if (!isWithin(PATIENCE_MS) && !isLoading(number)) {
      for (const element of [...changed, ...passing]) {
        restless.add(element)
      }
    }
  }
  if (!isDrawn(number)) {
    throw new Error(`it was not drawn within ${LOADING_LIMIT_MS / 1000} s`)
  }
  return describeMovement([...moved])
}

/** Tells whether the slide, one of its images or figures, or the first picture of a video is still loading. */
function isLoading(number: number): boolean {
  const slide = `[data-slidev-no="${number}"]`
  const images = document.querySelectorAll<HTMLImageElement>(`${slide} img`)
  const videos = document.querySelectorAll<HTMLVideoElement>(`${slide} video`)
  return (
    !isDrawn(number) ||
    document.querySelector(`${slide} ${LOADING_FIGURE}`) !== null ||
    // A lazy image far down loads only when scrolled to.
    [...images].some((image) => !image.complete && image.loading !== 'lazy') ||
    [...videos].some(isVideoLoading)
  )
}

/** Tells whether a video has no picture yet. One that loads with a click, or whose file fails, is not waited for. */
function isVideoLoading({ networkState, readyState }: HTMLVideoElement): boolean {
  return (
    networkState === HTMLMediaElement.NETWORK_LOADING &&
    readyState < HTMLMediaElement.HAVE_CURRENT_DATA
  )
}

async function sleepUntil(end: number): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, Math.max(0, end - performance.now()))
  })
}

async function loadAll(number: number): Promise<void> {
  await document.fonts.ready
  await Promise.all(
    Array.from(
      document.querySelectorAll<HTMLImageElement>(`[data-slidev-no="${number}"] img`),
      (image) => image.decode().catch(() => {}),
    ),
  )
}

/** Returns the box and the opacity of each element of the slide, without the inner parts of editors. */
function snapshot(number: number): Map<Element, string> {
  const elements = document.querySelectorAll(`[data-slidev-no="${number}"] *:not(.monaco-editor *)`)
  return new Map(
    Array.from(elements)
      .filter((element) => !restless.has(element))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        // A script may fade an element in by its style.
        const opacity = element instanceof HTMLElement ? element.style.opacity : ''
        return [element, [x, y, width, height, opacity].join()]
      }),
  )
}

function listChanged(
  before: ReadonlyMap<Element, string>,
  now: ReadonlyMap<Element, string>,
): Element[] {
  return [
    ...[...now.keys()].filter((element) => now.get(element) !== before.get(element)),
    ...[...before.keys()].filter((element) => !now.has(element)),
  ]
}

function finish(animation: Animation): void {
  try {
    animation.finish()
  } catch {
    // An endless animation cannot be finished.
    animation.pause()
  }
}
