import { loadFonts } from './load-fonts.ts'

/** The fields of Slidev's slides that are read and written here. */
export interface PreloadedSlide {
  /** 1-based number. */
  no: number
  load: () => Promise<unknown>
  meta: {
    /** Whether Slidev may mount the slide early; read from its frontmatter. */
    preload?: boolean
    slide: {
      /** Addresses of the images in its text. */
      images?: readonly string[]
      frontmatter: { preload?: boolean }
    }
  }
}

/** Number of slides after the shown one whose images are loaded and decoded. */
const SLIDES_AHEAD = 2

/**
 * Limits the slides that Slidev mounts before they are shown. By itself, it mounts the neighbors together with
 * the shown slide, which delays the slide, and all others after three seconds, which loads every image.
 *
 * @returns A function that takes the number of the shown slide, and the greatest distance of a mounted slide
 *   from it.
 */
export function createPreloadLimit(
  slides: readonly PreloadedSlide[],
): (current: number, distance: number) => void {
  // Slides for which the author sets `preload` keep it.
  const free = slides
    .map(({ no, meta: { slide } }) => ({ no, frontmatter: slide.frontmatter }))
    .filter(({ frontmatter }) => frontmatter.preload === undefined)
  return (current, distance) => {
    for (const { no, frontmatter } of free) {
      const preload = Math.abs(no - current) <= distance ? undefined : false
      if (frontmatter.preload !== preload) {
        frontmatter.preload = preload
      }
    }
  }
}

/**
 * Loads and decodes the images of the next slides and loads the fonts of the next one, so that it is drawn at
 * once and does not move.
 *
 * @param base - Path the deck is served under, with a slash on both ends.
 * @param mount - Lets Slidev mount the neighbors.
 */
export async function preloadSlides(
  slides: readonly PreloadedSlide[],
  current: number,
  base: string,
  mount: () => void,
): Promise<void> {
  const ahead = slides.slice(current, current + SLIDES_AHEAD)
  await ahead[0]?.load()
  mount()
  // By the next frame, the loaded slide is in the document.
  await new Promise(requestAnimationFrame)
  for (const { no, meta } of ahead) {
    // Slides after the next one need only their images yet.
    const next =
      no === current + 1 && document.querySelector(`#slideshow > [data-slidev-no="${no}"]`)
    // Other addresses are relative to a component, or on another host.
    const own = meta.slide.images?.filter((address) => /^\/(?!\/)/.test(address)) ?? []
    await Promise.all([
      ...own.map(async (address) => decode(`${base}${address.slice(1)}`)),
      next && loadFonts(next),
    ])
  }
}

/** Decoded images, kept so that the browser keeps them decoded. */
const decoded = new Map<string, HTMLImageElement>()

async function decode(address: string): Promise<void> {
  if (!decoded.has(address)) {
    const image = new Image()
    decoded.set(address, image)
    image.src = address
  }
  // The slide itself shows an image that failed to load.
  await decoded
    .get(address)
    ?.decode()
    .catch(() => {})
}
