import { findSlidev } from '../../client/slidev-nav.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { isShown } from '../slide/shown.ts'
import { viewSlide } from '../slide/slide-view.ts'

/** A link as the page shows it. */
export interface PageLink {
  /** Its `href` attribute. */
  href: string
  /** Full address. */
  url: string
  text: string
  /** Index among the slide's links with this text, from 0. */
  nth: number
  /** For an anchor on this slide: whether its target exists. */
  hasAnchor?: boolean
  /** For a file of the site: whether Slidev's router handles the click, as it does for slides. */
  isRouted?: boolean
}

/**
 * Lists the links that are shown on a slide.
 *
 * @param clicks - The click step that is shown.
 */
export async function listLinks(number: number, clicks: number): Promise<PageLink[]> {
  const { root } = viewSlide(number)
  const counts = new Map<string, number>()
  const links = Array.from(root.querySelectorAll<HTMLAnchorElement>('a[href]'))
    .filter((link) => isShown(link))
    .map((link): PageLink => {
      const text = link.textContent.trim()
      const nth = counts.get(text) ?? 0
      counts.set(text, nth + 1)
      return {
        href: link.getAttribute('href') ?? '',
        url: link.href,
        text,
        nth,
        ...(isAnchor(link) ? { hasAnchor: hasId(root, link.hash) } : {}),
        ...(isFile(link) ? { isRouted: isTakenByRouter(link) } : {}),
      }
    })
  // The router may have started to leave the slide for a link that was clicked below.
  if (links.some(({ isRouted }) => isRouted !== undefined)) {
    await findSlidev().nav.go(number, clicks, true)
  }
  return links
}

/** Tells whether a link leads to an element of the slide: `#/3` leads to a slide, and `#top` to the page's top. */
function isAnchor({ hash, origin, pathname }: HTMLAnchorElement): boolean {
  const isElement = hash !== '' && !hash.startsWith('#/') && hash !== '#top'
  return isElement && origin === location.origin && pathname === location.pathname
}

function hasId(root: Element, hash: string): boolean {
  return root.querySelector(`[id="${CSS.escape(decodePath(hash.slice(1)))}"]`) !== null
}

/** Tells whether a link leads to a file of the site: to a path with an extension. */
function isFile({ origin, pathname }: HTMLAnchorElement): boolean {
  return origin === location.origin && /\.\w+$/.test(pathname)
}

/** Tells whether the router handles clicks on a link. Clicks it, without letting the browser follow it. */
function isTakenByRouter(link: HTMLAnchorElement): boolean {
  let isTaken = false
  window.addEventListener(
    'click',
    (event) => {
      isTaken = event.defaultPrevented
      event.preventDefault()
    },
    { once: true },
  )
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  return isTaken
}
