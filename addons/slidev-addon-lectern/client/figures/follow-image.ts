import { placeFigures } from './place-figure.ts'
import type { FigureParts } from './place-figure.ts'

/** A figure that follows its image. */
interface Follower {
  parts: FigureParts
  /** Is called once the figure has its place. */
  placed: () => void
}

/** Figures to place in the next frame, by their images. */
const waiting = new Map<Element, Follower>()
const followers = new Map<Element, Follower>()
let frame = 0

/** Tells of images that appear or change their size before the browser paints them. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const follower = followers.get(target)
    if (follower) {
      waiting.set(target, follower)
    }
  }
  placeWaiting()
})

function request(follower: Follower): void {
  waiting.set(follower.parts.image, follower)
  frame ||= requestAnimationFrame(placeWaiting)
}

/** Places all figures that wait, together. */
function placeWaiting(): void {
  cancelAnimationFrame(frame)
  frame = 0
  const all = [...waiting.values()]
  waiting.clear()
  const late = new Set(placeFigures(all.map(({ parts }) => parts)))
  for (const follower of all) {
    if (late.has(follower.parts)) {
      // Slidev scales a slide without telling it: it has no size before it is scaled first.
      request(follower)
    } else {
      follower.placed()
    }
  }
}

/**
 * Keeps a figure in the place of its image, however that moves or changes on its slide.
 *
 * @param own - Selects the elements in which changes do not count, because they are the figures' own.
 * @param placed - Is called whenever the figure has its place.
 * @returns A function that ends it.
 */
export function followImage(parts: FigureParts, own: string, placed: () => void): () => void {
  const { image } = parts
  const follower = { parts, placed }
  const moved = (): void => request(follower)
  const slide = image.closest('.slidev-page') ?? image.parentElement ?? image
  const changes = new MutationObserver((records) => {
    const isElsewhere = ({ target }: MutationRecord): boolean =>
      !(target instanceof Element ? target : target.parentElement)?.closest(own)
    if (records.some(isElsewhere)) {
      moved()
    }
  })
  changes.observe(slide, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  cropWithImage(image)
  const ends = ['load', 'transitionend', 'animationend']
  ends.forEach((type) => slide.addEventListener(type, moved, true))
  document.fonts.addEventListener('loadingdone', moved)
  followers.set(image, follower)
  sizes.observe(image)
  moved()
  return () => {
    sizes.unobserve(image)
    followers.delete(image)
    waiting.delete(image)
    changes.disconnect()
    ends.forEach((type) => slide.removeEventListener(type, moved, true))
    document.fonts.removeEventListener('loadingdone', moved)
  }
}

/** Makes the nearest box that crops or scrolls an image do the same to what lies over the image. */
function cropWithImage(image: Element): void {
  for (let at = image.parentElement; at && !at.matches('.slidev-layout'); at = at.parentElement) {
    const { overflow, position } = getComputedStyle(at)
    if (position !== 'static') {
      return
    }
    if (overflow !== 'visible') {
      at.style.position = 'relative'
      return
    }
  }
}
