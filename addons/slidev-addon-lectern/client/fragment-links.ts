import { decodePath } from '../deck/decode-path.ts'
import { isPlainClick } from './plain-click.ts'

/**
 * Follows links within a slide, such as those of footnotes, where the router has the address's fragment for the number
 * of the slide: it would look for a slide with the name of the footnote.
 */
export function followFragments(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const fragment = /^#([^/].*)$/.exec(link?.getAttribute('href') ?? '')?.[1]
    if (!link || fragment === undefined || !isPlainClick(event)) {
      return
    }
    event.preventDefault()
    const target = findTarget(link, decodePath(fragment))
    if (target) {
      target.scrollIntoView({ block: 'nearest' })
      focusOn(target)
    }
  })
}

/** Returns the element with an ID, on the link's own slide first: each slide's footnotes have the same. */
function findTarget(link: Element, id: string): HTMLElement | null {
  const selector = `#${CSS.escape(id)}`
  return (
    link.closest('[data-slidev-no]')?.querySelector<HTMLElement>(selector) ??
    document.querySelector(selector)
  )
}

function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0) {
    element.tabIndex = -1
  }
  element.focus({ preventScroll: true })
}
