import { isShown, viewSlide } from './slide-view.ts'

/** A link of a slide as it reached the page. */
export interface PageLink {
  /** As the page has it: rebased, a slide's path or an address. */
  href: string
  /** The address it leads to. */
  url: string
  text: string
  /** Which of several with this text, from 0. */
  nth: number
  /** Whether an element of this slide has the id it names; for `#id` alone. */
  hasAnchor?: boolean
}

/** The links that are shown on a slide. */
export function listLinks(number: number): PageLink[] {
  const { root } = viewSlide(number)
  const counts = new Map<string, number>()
  return Array.from(root.querySelectorAll<HTMLAnchorElement>('a[href]'))
    .filter((link) => isShown(link))
    .map((link) => {
      const href = link.getAttribute('href') ?? ''
      const text = link.textContent.trim()
      const nth = counts.get(text) ?? 0
      counts.set(text, nth + 1)
      const anchor = /^#(.+)/.exec(href)?.[1]
      return {
        href,
        url: link.href,
        text,
        nth,
        hasAnchor:
          anchor === undefined
            ? undefined
            : root.querySelector(`[id="${CSS.escape(decodeURIComponent(anchor))}"]`) !== null,
      }
    })
}
