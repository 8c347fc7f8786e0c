import type { PaperSlide } from './paper-slide.ts'

/** Slidev's library redraws a mark this long after something changed, in ms. */
const REDRAW_MS = 450

/** On a busy machine, a mark can be drawn for the first time after the first round. */
const ROUNDS = 2

/**
 * Puts the marks of `v-mark` where their texts are. Their library measures px of the window, but draws in those of the
 * slide, which are smaller on a handout and on a slide that is printed smaller.
 */
export async function placeMarks(slides: readonly PaperSlide[]): Promise<void> {
  const marks = slides.flatMap(({ root }) =>
    [...root.querySelectorAll<SVGElement>('svg.rough-annotation')].map((mark) => ({ root, mark })),
  )
  const zoomed = new Set(marks.flatMap(({ root }) => listZoomed(root.parentElement)))
  const inner = marks.flatMap(({ root, mark }) => {
    const zooms = listZoomed(mark.parentElement, root.parentElement).map(zoomOf)
    return zooms.length > 0 ? [{ mark, zoom: zooms.reduce((all, each) => all * each) }] : []
  })
  for (const { root } of marks) {
    // Slidev's rule for marks then undoes the `zoom` of a slide's frontmatter alone, which is a scale.
    root.style.setProperty('--slidev-slide-container-scale', '1')
  }
  if (zoomed.size === 0 && inner.length === 0) {
    return
  }
  for (const { mark, zoom } of inner) {
    mark.style.zoom = String(1 / zoom)
  }
  // Drawn in the slide's full size, with the lines and distances of a screen.
  const styles = [...zoomed].map((element) => ({ element, zoom: element.style.zoom }))
  for (const { element } of styles) {
    element.style.zoom = '1'
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    window.dispatchEvent(new Event('resize'))
    await new Promise((resolve) => {
      setTimeout(resolve, REDRAW_MS)
    })
  }
  for (const { mark } of marks) {
    // The library goes on to draw in its own.
    mark.replaceWith(mark.cloneNode(true))
  }
  for (const { element, zoom } of styles) {
    element.style.zoom = zoom
  }
}

/** Lists the elements with zoom from one outward, up to another. */
function listZoomed(from: Element | null, end: Element | null = null): HTMLElement[] {
  const zoomed: HTMLElement[] = []
  for (let at = from; at && at !== end; at = at.parentElement) {
    if (at instanceof HTMLElement && zoomOf(at) !== 1) {
      zoomed.push(at)
    }
  }
  return zoomed
}

function zoomOf(element: Element): number {
  return Number(getComputedStyle(element).zoom)
}
