import { loadType } from './slide-type.ts'

/** A slide of the deck as Slidev knows it; what is read and written of it here. */
export interface AheadSlide {
  /** 1-based number. */
  no: number
  load: () => Promise<unknown>
  meta: {
    slide: {
      /** Addresses of the pictures in its text. */
      images?: readonly string[]
      frontmatter: { preload?: boolean }
    }
  }
}

/** How many slides after the one that is shown have their pictures fetched and decoded. */
const SLIDES_AHEAD = 2

/**
 * Says which slides Slidev may mount before they are shown: the neighbours of the current one. By itself
 * it mounts all of them after three seconds, which fetches all pictures and makes the next key slow.
 *
 * @returns A function that is told the number of each slide that is shown.
 */
export function createPreloadLimit(slides: readonly AheadSlide[]): (current: number) => void {
  // What the author says of a slide stays.
  const free = slides.filter(({ meta }) => meta.slide.frontmatter.preload === undefined)
  return (current) => {
    for (const { no, meta } of free) {
      const { frontmatter } = meta.slide
      const preload = Math.abs(no - current) <= 1 ? undefined : false
      if (frontmatter.preload !== preload) {
        frontmatter.preload = preload
      }
    }
  }
}

/**
 * Fetches and decodes the pictures of the next slides and loads the type of the next one, so that it is
 * drawn at once and as it stays when its turn comes.
 *
 * @param base - Path the deck is served under, with a slash on both ends.
 */
export async function lookAhead(
  slides: readonly AheadSlide[],
  current: number,
  base: string,
): Promise<void> {
  for (const slide of slides.slice(current, current + SLIDES_AHEAD)) {
    if (slide.no === current + 1) {
      // Slidev mounts it; of those after it nothing but the pictures is needed yet.
      await slide.load()
    }
    const mounted = document.querySelector(`#slideshow > [data-slidev-no="${slide.no}"]`)
    // Others are the slide's own business, or another host's.
    const own = slide.meta.slide.images?.filter((address) => /^\/(?!\/)/.test(address)) ?? []
    await Promise.all([
      ...own.map(async (address) => decode(`${base}${address.slice(1)}`)),
      mounted && loadType(mounted),
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
