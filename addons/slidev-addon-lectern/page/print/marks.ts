import type { PaperSlide } from './paper-slide.ts'

/** A mark is redrawn only where it has moved by more than a pixel of the window, on the smallest slide too. */
const NUDGE = '20px'

/** Slidev's library ignores a change of size while it waits to act on one before, for up to 400 ms. */
const ASK_AGAIN_MS = 50

/** A mark that its library no longer draws stays as it is, in ms. */
const GIVE_UP_MS = 10_000

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
  for (const { mark, zoom } of inner) {
    mark.style.zoom = String(1 / zoom)
  }
  // Drawn in the slide's full size, with the lines and distances of a screen.
  const styles = [...zoomed].map((element) => ({ element, zoom: element.style.zoom }))
  for (const { element } of styles) {
    element.style.zoom = '1'
  }
  await redraw(marks.map(({ mark }) => mark).filter((mark) => mark.childElementCount > 0))
  for (const { mark } of marks) {
    // The library goes on to draw in its own.
    mark.replaceWith(mark.cloneNode(true))
  }
  for (const { element, zoom } of styles) {
    element.style.zoom = zoom
  }
}

/** Lets Slidev's library draw the marks anew where their words are now. */
async function redraw(marks: readonly SVGElement[]): Promise<void> {
  const waiting = new Set<Node>(marks)
  if (waiting.size === 0) {
    return
  }
  for (const mark of marks) {
    mark.style.left = NUDGE
  }
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (addedNodes.length > 0) {
          waiting.delete(target)
        }
      }
      if (waiting.size === 0) {
        end()
      }
    })
    const ask = (): boolean => window.dispatchEvent(new Event('resize'))
    const asking = setInterval(ask, ASK_AGAIN_MS)
    const giveUp = setTimeout(end, GIVE_UP_MS)
    function end(): void {
      observer.disconnect()
      clearInterval(asking)
      clearTimeout(giveUp)
      resolve()
    }
    for (const mark of marks) {
      observer.observe(mark, { childList: true })
    }
    ask()
  })
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
