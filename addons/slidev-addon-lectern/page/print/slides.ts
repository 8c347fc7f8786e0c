import { parseUrl } from '../../client/parse-url.ts'

/** Pages of a PDF that are one slide each. */
export interface SlidePages {
  /** Number of the slide of each page; one that is printed with its click steps has several. */
  slides: number[]
  /** In CSS px. */
  width: number
  /** In CSS px. */
  height: number
}

/** Returns which slides a print view has, each click step of its own, and how large they are. */
export function measureSlides(): SlidePages {
  const containers = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
  const { offsetWidth = 0, offsetHeight = 0 } = containers[0] ?? {}
  const slides = containers.map(({ id }) => Number.parseInt(id, 10))
  return { slides, width: offsetWidth, height: offsetHeight }
}

/** Returns the number of the slide with an element that shows what is at an address. */
export function findSlideShowing(url: string): number | undefined {
  for (const container of document.querySelectorAll('.print-slide-container')) {
    for (const element of [container, ...container.querySelectorAll('*')]) {
      const sources = ['src', 'href', 'poster', 'data'].map((name) => element.getAttribute(name))
      const isSource = sources.some((source) => source !== null && parseUrl(source)?.href === url)
      if (isSource || getComputedStyle(element).backgroundImage.includes(`"${url}"`)) {
        return Number.parseInt(container.id, 10)
      }
    }
  }
  return undefined
}
