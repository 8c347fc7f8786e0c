import { FIGURES } from 'virtual:lectern-figures'
import { ref } from 'vue'

import { keepImage, loadFigure } from '../figures/load-figure.ts'
import { findAppContext } from '../slidev-nav.ts'

/** Distance from the window within which figures become live. */
const MARGIN = '600px'

/**
 * Makes the figures of an article live as they come near the window.
 *
 * @returns A function that makes them images again.
 */
export function animateFigures(article: Element): () => void {
  const stops: (() => void)[] = []
  let hasStopped = false
  const keep = (stop: () => void): void => {
    if (hasStopped) {
      // Its script came too late.
      stop()
    } else {
      stops.push(stop)
    }
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && target instanceof HTMLImageElement) {
          observer.unobserve(target)
          void mount(target, keep)
        }
      }
    },
    { rootMargin: MARGIN },
  )
  article.querySelectorAll('img[data-figure]').forEach((image) => observer.observe(image))
  return () => {
    hasStopped = true
    observer.disconnect()
    stops.forEach((stop) => stop())
  }
}

async function mount(image: HTMLImageElement, keep: (stop: () => void) => void): Promise<void> {
  const name = image.dataset['figure'] ?? ''
  const figure = FIGURES[name]
  if (!figure) {
    return
  }
  const failed = (error: unknown): void => keepImage(image, name, error)
  image.dataset['lecternFigure'] = 'loading'
  try {
    const { component, mountFigure } = await loadFigure(figure.load)
    const slide = Number(image.closest<HTMLElement>('[data-slide]')?.dataset['slide'])
    const order = { image, name, component, slide, view: 'slide', failed, drawn: () => {} }
    keep(mountFigure({ ...order, step: ref(Number.POSITIVE_INFINITY) }, findAppContext()))
  } catch (error) {
    failed(error)
  }
}
