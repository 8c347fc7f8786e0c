import { decodePath } from '../../deck/decode-path.ts'
import { isShown, viewSlide } from '../slide/slide-view.ts'
import { findSlidev } from '../slidev-nav.ts'

/** A link of a slide as it reached the page. */
export interface PageLink {
  /** As the page has it: rebased, a slide's path or an address. */
  href: string
  /** The address it leads to. */
  url: string
  text: string
  /** Which of several with this text, from 0. */
  nth: number
  /** For an anchor on this slide: whether an element has the id it names. */
  hasAnchor?: boolean
  /** For a file of the site: whether Slidev takes the click for a change of slide. */
  isRouted?: boolean
}

/** The links that are shown on a slide. */
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
  // A click on a link of the router's is on its way: stay here.
  await findSlidev().nav.go(number, clicks, true)
  return links
}

function isAnchor({ hash, origin, pathname }: HTMLAnchorElement): boolean {
  return hash !== '' && origin === location.origin && pathname === location.pathname
}

function hasId(root: Element, hash: string): boolean {
  return root.querySelector(`[id="${CSS.escape(decodePath(hash.slice(1)))}"]`) !== null
}

/** Whether a link leads to something of the site whose name has an ending. */
function isFile({ origin, pathname }: HTMLAnchorElement): boolean {
  return origin === location.origin && /\.\w+$/.test(pathname)
}

/** Clicks a link, keeps the browser from following it, and tells whether a script would have. */
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
