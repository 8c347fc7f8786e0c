import type { Router } from 'vue-router'

import { decodePath } from '../deck/decode-path.ts'
import { isPlainClick } from './plain-click.ts'

/**
 * Follows links within a slide, such as those of footnotes, where the router has the address's fragment for the number
 * of the slide: it would look for a slide with the name of the footnote.
 */
export function followFragments(router: Router): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const fragment = /^#([^/].*)$/.exec(link?.getAttribute('href') ?? '')?.[1]
    if (!link || fragment === undefined || !isPlainClick(event)) {
      return
    }
    event.preventDefault()
    const target = findTarget(link, decodePath(fragment))
    if (target?.closest('#lectern-read')) {
      void follow(router, target)
    } else if (target) {
      target.scrollIntoView({ block: 'nearest' })
      focusOn(target)
    }
  })
}

/** Goes to a part of the article, from which the browser's "back" leads to where the visitor was. */
async function follow(router: Router, target: HTMLElement): Promise<void> {
  const { name, query } = router.currentRoute.value
  await router.push({ name, query, hash: `#${target.id}` })
  target.scrollIntoView({ block: 'start' })
  focusOn(target)
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
  const before = document.activeElement
  if (element.matches('a') && !element.closest('#lectern-read') && before instanceof HTMLElement) {
    // Slidev's keys change no slides while a link has the focus.
    before.blur()
    return
  }
  if (element.tabIndex < 0) {
    element.tabIndex = -1
  }
  element.focus({ preventScroll: true })
}
