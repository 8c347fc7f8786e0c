import { describeMovement, findMoving } from './checks/accessibility/movement.ts'
import { isDrawn } from './drawn.ts'
import type { Observation } from './observation.ts'

/** Longest wait for something that never stops moving, in ms. */
const PATIENCE_MS = 5000

/** Longest wait for the slide itself, its images and fonts, in ms: a hundred times what a quiet machine needs. */
const LOADING_LIMIT_MS = 60_000

/** Frames in a row without any change after which a slide is at rest. */
const STILL_FRAMES = 2

/**
 * Waits until a slide is at rest: it is drawn, its fonts are loaded and its images decoded, and nothing moves
 * any more. Brings transitions and animations to their end.
 *
 * @returns Observations of what moved although the viewer asks for reduced motion.
 */
export async function settle(number: number): Promise<Observation[]> {
  const moved = new Set<Element>()
  const start = performance.now()
  const isWithin = (limitMs: number): boolean => performance.now() - start < limitMs
  let still = 0
  let before = ''
  while (still < STILL_FRAMES && isWithin(isLoading(number) ? LOADING_LIMIT_MS : PATIENCE_MS)) {
    await nextFrame()
    for (const animation of document.getAnimations()) {
      const target = findMoving(animation, number)
      if (target) {
        moved.add(target)
      }
      finish(animation)
    }
    const isMoving =
      document.querySelector('[class*="-enter-active"], [class*="-leave-active"]') !== null
    await Promise.race([loadAll(number), sleepUntil(start + LOADING_LIMIT_MS)])
    const now = snapshot(number)
    still = now === before && !isMoving && !isLoading(number) ? still + 1 : 0
    before = now
  }
  return describeMovement([...moved])
}

/** Tells whether the slide or one of its images is still loading. */
function isLoading(number: number): boolean {
  const images = document.querySelectorAll<HTMLImageElement>(`[data-slidev-no="${number}"] img`)
  return (
    !isDrawn(number) ||
    // A lazy image far down loads only when scrolled to.
    [...images].some((image) => !image.complete && image.loading !== 'lazy')
  )
}

async function nextFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve())
  })
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

/** Returns the boxes of all elements of the slide as one text. */
function snapshot(number: number): string {
  return Array.from(document.querySelectorAll(`[data-slidev-no="${number}"] *`), (element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return [x, y, width, height].join()
  }).join(' ')
}

function finish(animation: Animation): void {
  try {
    animation.finish()
  } catch {
    // An endless animation cannot be finished.
    animation.pause()
  }
}
