import { TESTED_SLIDEV } from '../deck/tested-slidev.ts'
import { loadFonts } from './load-fonts.ts'

/** A slide of the deck as Slidev knows it: the fields that are read and written here. */
export interface AheadSlide {
  /** 1-based number. */
  no: number
  load: () => Promise<unknown>
  meta: {
    /** Whether Slidev may mount the slide early, as its frontmatter says. */
    preload?: boolean
    slide: {
      /** Addresses of the pictures in its text. */
      images?: readonly string[]
      /** Missing in a Slidev that keeps it elsewhere. */
      frontmatter?: { preload?: boolean }
    }
  }
}

/** How many slides after the one that is shown have their pictures fetched and decoded. */
const SLIDES_AHEAD = 2

/**
 * Says which slides Slidev may mount before they are shown: those near the one that is. By itself it mounts
 * the neighbors in the same breath as the slide, which a key has to wait for, and all others after three
 * seconds, which fetches all pictures.
 *
 * @returns A function that is told the number of the slide that is shown, and how far from it slides may be
 *   mounted.
 */
export function createPreloadLimit(
  slides: readonly AheadSlide[],
): (current: number, distance: number) => void {
  // Keeps what the author set for a slide.
  const free = slides.flatMap(({ no, meta: { slide } }) =>
    slide.frontmatter && slide.frontmatter.preload === undefined
      ? [{ no, frontmatter: slide.frontmatter }]
      : [],
  )
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
 * Tells which fields Slidev has moved, so that pictures are fetched too early or too late.
 *
 * @param slides - Of a deck whose slides are limited, see {@link createPreloadLimit}.
 * @returns `undefined` where all are there.
 */
export function describeMissingFields(slides: readonly AheadSlide[]): string | undefined {
  const missing = [
    slides.some(({ meta }) => !meta.slide.frontmatter) && 'meta.slide.frontmatter',
    slides.some(({ meta }) => !Array.isArray(meta.slide.images)) && 'meta.slide.images',
    slides.some(
      ({ meta }) => meta.slide.frontmatter?.preload === false && meta.preload !== false,
    ) && 'meta.preload, read from the frontmatter',
  ].filter((field) => field !== false)
  return missing.length === 0
    ? undefined
    : `[slidev-deck] The slides of this Slidev have no ${missing.join(', and no ')}. ` +
        'The pictures of the next slides are not fetched in time, or those of all slides at once. ' +
        `Use Slidev ${TESTED_SLIDEV.join(' or ')}, or adapt tools/look-ahead.ts.`
}

/**
 * Fetches and decodes the pictures of the next slides and loads the type of the next one, so that it is
 * drawn at once and as it stays when its turn comes.
 *
 * @param base - Path the deck is served under, with a slash on both ends.
 * @param mount - Has Slidev mount the neighbors.
 */
export async function preloadSlides(
  slides: readonly AheadSlide[],
  current: number,
  base: string,
  mount: () => void,
): Promise<void> {
  const ahead = slides.slice(current, current + SLIDES_AHEAD)
  await ahead[0]?.load()
  mount()
  // The loaded slide is in the document by the next frame.
  await new Promise(requestAnimationFrame)
  for (const { no, meta } of ahead) {
    // Of those after the next nothing but the pictures is needed yet.
    const next =
      no === current + 1 && document.querySelector(`#slideshow > [data-slidev-no="${no}"]`)
    // Others are the slide's own business, or another host's.
    const own = meta.slide.images?.filter((address) => /^\/(?!\/)/.test(address)) ?? []
    await Promise.all([
      ...own.map(async (address) => decode(`${base}${address.slice(1)}`)),
      next && loadFonts(next),
    ])
  }
}

/** Decoded pictures, kept so that the browser keeps them decoded. */
const decoded = new Map<string, HTMLImageElement>()

async function decode(address: string): Promise<void> {
  if (!decoded.has(address)) {
    const picture = new Image()
    decoded.set(address, picture)
    picture.src = address
  }
  // A picture that cannot be had is for its slide to show.
  await decoded
    .get(address)
    ?.decode()
    .catch(() => {})
}
