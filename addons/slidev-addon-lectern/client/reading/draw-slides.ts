import PrintSlide from '@slidev/client/internals/PrintSlide.vue'
import { Fragment, h, nextTick, render } from 'vue'

import { deckSlides } from '../deck-slides.ts'
import { EMPTY_EDITOR, isDrawingDiagram, isSlideDrawn } from '../drawn.ts'
import { TURNING } from '../moving-code.ts'
import { findAppContext } from '../slidev-nav.ts'

/** Longest wait until all slides are drawn, in ms; what is there by then is taken. */
const DRAWING_LIMIT_MS = 30_000

/** Slides that are drawn with all their steps, behind what is seen. */
interface DrawnSlides {
  find: (slide: number) => HTMLElement | undefined
  remove: () => void
}

/** Draws all slides as Slidev prints them. */
export async function drawSlides(): Promise<DrawnSlides> {
  // A slide that fails to load is left out.
  await Promise.allSettled(deckSlides.value.map(async (slide) => slide.load()))
  const holder = document.createElement('div')
  holder.inert = true
  holder.setAttribute('aria-hidden', 'true')
  // Laid out, but not seen.
  holder.style.cssText =
    'position:fixed;inset:0 auto auto 0;height:0;overflow:hidden;opacity:0;pointer-events:none;z-index:-1'
  document.body.append(holder)
  const appContext = findAppContext()
  const drawn = deckSlides.value.map((route) => {
    const slide = h(PrintSlide, { route, key: route.no })
    slide.appContext = appContext
    return slide
  })
  render(h(Fragment, drawn), holder)
  await nextTick()
  const find = (slide: number): HTMLElement | undefined =>
    holder.querySelector<HTMLElement>(`[data-slidev-no="${slide}"]`) ?? undefined
  const areDrawn = (): boolean =>
    deckSlides.value.every((slide) => {
      const element = find(slide.no)
      return element !== undefined && isSlideDrawn(element, slide)
    }) &&
    !isDrawingDiagram() &&
    holder.querySelector(EMPTY_EDITOR) === null &&
    holder.querySelector(TURNING) === null &&
    ![...holder.querySelectorAll('video')].some(isLoading)
  const until = performance.now() + DRAWING_LIMIT_MS
  // Twice in a row, because a slide that is drawn may load more to draw.
  for (let times = 0; times < 2 && performance.now() < until; times = areDrawn() ? times + 1 : 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  const images = [...holder.querySelectorAll('img')]
  // An image that cannot be loaded is missing on its slide as well.
  await Promise.race([
    Promise.all(images.map(async (image) => image.decode().catch(() => {}))),
    new Promise((resolve) => {
      setTimeout(resolve, DRAWING_LIMIT_MS)
    }),
  ])
  return {
    find,
    remove: () => {
      render(null, holder)
      holder.remove()
    },
  }
}

/** Whether the size of a video is still to come. */
function isLoading({ networkState, readyState }: HTMLVideoElement): boolean {
  return (
    networkState === HTMLMediaElement.NETWORK_LOADING &&
    readyState === HTMLMediaElement.HAVE_NOTHING
  )
}
