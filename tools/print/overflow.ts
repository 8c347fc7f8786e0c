import type { Page } from 'playwright-chromium'

import type { PrintFault } from './print-fault.ts'

/** Finds what would be cut off on the slides of an opened print view. */
export type FindOverflow = (page: Page) => Promise<PrintFault[]>

/** Text and pictures beyond the edges of their slide, one fault a slide. */
export const findContentBeyondEdges: FindOverflow = async (page) => page.evaluate(measureOverflow)

/** Runs in the page. */
function measureOverflow(): { slide: number; message: string }[] {
  const TOLERANCE_PX = 1

  const isHidden = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    // Text for screen readers is kept in a box of one pixel.
    return style.visibility === 'hidden' || (style.overflow === 'hidden' && box.width <= 1)
  }
  const isShown = (element: Element, container: Element): boolean => {
    for (
      let part: Element | null = element;
      part && part !== container;
      part = part.parentElement
    ) {
      if (isHidden(part)) {
        return false
      }
    }
    return true
  }

  return [...document.querySelectorAll('.print-slide-container')].flatMap((container) => {
    const edge = container.getBoundingClientRect()
    const parts: { name: string; element: Element; rects: DOMRect[] }[] = []
    for (const element of container.querySelectorAll('img, svg, video, canvas, iframe')) {
      const name = element.getAttribute('src') ?? element.tagName.toLowerCase()
      parts.push({ name, element, rects: [element.getBoundingClientRect()] })
    }
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      if (text !== '' && node.parentElement) {
        const range = document.createRange()
        range.selectNodeContents(node)
        const rects = [...range.getClientRects()]
        parts.push({ name: `"${text.slice(0, 60)}"`, element: node.parentElement, rects })
      }
    }
    let worst = { px: TOLERANCE_PX, name: '', side: '' }
    for (const { name, element, rects } of parts) {
      for (const rect of rects.filter(({ width, height }) => width > 0 && height > 0)) {
        const sides: [string, number][] = [
          ['lower', rect.bottom - edge.bottom],
          ['right', rect.right - edge.right],
          ['upper', edge.top - rect.top],
          ['left', edge.left - rect.left],
        ]
        for (const [side, px] of sides) {
          if (px > worst.px && isShown(element, container)) {
            worst = { px, name, side }
          }
        }
      }
    }
    return worst.name === ''
      ? []
      : [
          {
            slide: Number.parseInt(container.id, 10),
            message:
              `${worst.name} goes ${Math.round(worst.px)} px beyond the ${worst.side} edge and would be ` +
              'cut off. Shorten the slide, or make the picture smaller.',
          },
        ]
  })
}
