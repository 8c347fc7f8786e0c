import type { Locator } from 'playwright-chromium'

/** A fault of a slide's layout, in words. */
export type LayoutFault = string

/**
 * What is cut off, covered or faded on a slide: text and images beyond its edges, images squeezed out
 * of shape or to nothing or shown half transparent, text under or over an image.
 *
 * @param slide - Locator of one slide, shown at scale 1.
 */
export async function findLayoutFaults(slide: Locator): Promise<LayoutFault[]> {
  return slide.evaluate((page) => {
    const faults: string[] = []
    const edge = page.getBoundingClientRect()
    const layout = page.querySelector('.slidev-layout') ?? page
    const isOut = (box: DOMRect): boolean =>
      box.left < edge.left - 0.5 ||
      box.top < edge.top - 0.5 ||
      box.right > edge.right + 0.5 ||
      box.bottom > edge.bottom + 0.5

    const opacityOf = (element: Element): number => {
      let opacity = 1
      for (let at: Element | null = element; at && at !== page; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity)
      }
      return opacity
    }

    const texts: { text: string; box: DOMRect }[] = []
    const walker = document.createTreeWalker(layout, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = node.textContent?.trim() ?? ''
      const isShown = node.parentElement?.checkVisibility({ opacityProperty: true }) ?? false
      if (text && isShown) {
        for (const box of range.getClientRects()) {
          texts.push({ text: text.slice(0, 40), box })
        }
      }
    }
    for (const { text, box } of texts) {
      if (isOut(box)) {
        faults.push(`"${text}" is beyond the slide's edge`)
      }
    }

    for (const image of layout.querySelectorAll('img')) {
      const name = image.src.split('/').at(-1) ?? ''
      const box = image.getBoundingClientRect()
      const scale = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight)
      const drawn = { width: image.naturalWidth * scale, height: image.naturalHeight * scale }
      if (image.naturalWidth === 0) {
        faults.push(`${name} is not loaded`)
        continue
      }
      if (!image.checkVisibility({ opacityProperty: true }) || opacityOf(image) < 1) {
        faults.push(`${name} is faded`)
      }
      if (isOut(box)) {
        faults.push(`${name} is beyond the slide's edge`)
      }
      if (Math.max(drawn.width, drawn.height) < 100) {
        faults.push(`${name} is squeezed to ${drawn.width} x ${drawn.height}`)
      }
      const isStretched =
        getComputedStyle(image).objectFit !== 'contain' &&
        Math.abs(box.width / box.height - image.naturalWidth / image.naturalHeight) > 0.02
      if (isStretched) {
        faults.push(`${name} is out of shape`)
      }
      for (const { text, box: other } of texts) {
        const overlap =
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1
        if (overlap) {
          faults.push(`"${text}" and ${name} overlap`)
        }
      }
    }
    return [...new Set(faults)]
  })
}
