import { parseUrl } from '../../client/parse-url.ts'
import { decodePath } from '../../deck/decode-path.ts'
import { toOneLine } from '../../deck/one-line.ts'

/**
 * Address of slides in links while a deck is printed; a slide's number follows. No browser can resolve it,
 * so that it comes through to the PDF as it is.
 */
export const SLIDE_ADDRESS = 'http://slide.invalid/'

/** End of the address by which a slide's own place on its page is found in the PDF. */
export const DESTINATION_MARK = '#destination'

/** A link of the deck that leads to nothing a PDF has. */
export interface DeadLink {
  /** The slide it stands on; 0 where it stands on none. */
  slide: number
  href: string
  text: string
  /** Path within the site, as browsers write it: `a%20file.csv`; missing where it leads to no path of the site. */
  path?: string
}

/** Facts of a deck that tell where its links lead. */
export interface LinkFacts {
  /** Path the site is served under, such as `/talks/x/`. */
  base: string
  total: number
  /** Slides by their `routeAlias`. */
  aliases: Readonly<Record<string, number>>
}

/**
 * Gives every link to a slide the slide's address, whether it is `#3` or `#/3` as Slidev prints it,
 * `/base/3`, an alias or an element's id. Takes the target from a link that leads to a file of the site
 * or nowhere, because it would lead to an address of this machine in a PDF.
 *
 * @returns The links that lost their target.
 */
export function addressLinks({ base, total, aliases }: LinkFacts): DeadLink[] {
  const findSlide = (name: string): number => {
    const known = /^\d+$/.test(name) ? Number(name) : (aliases[name] ?? 0)
    const number =
      known > 0 ? known : readSlide(document.querySelector(`[id="${CSS.escape(name)}"]`))
    return number <= total ? number : 0
  }

  const dead: DeadLink[] = []
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    // Slidev puts another # before the one of a link such as [x](#3).
    const href = (link.getAttribute('href') ?? '').replace(/^##/, '#')
    const url = parseUrl(href)
    if (url?.origin !== location.origin) {
      continue
    }
    // Slidev's hash routing writes #/3 as well.
    const inPage = href.startsWith('#') ? href : url.pathname === location.pathname ? url.hash : ''
    const path = inPage === '' ? relativeTo(base, url.pathname) : /^#\.?\/(.*)/.exec(inPage)?.[1]
    const target = path ?? inPage.slice(1)
    const slide = path === '' ? 1 : findSlide(decodePath(target))
    if (slide > 0) {
      link.href = `${SLIDE_ADDRESS}${slide}`
      link.removeAttribute('target')
    } else {
      // As typed: Slidev puts a # before the address of a slide or a file.
      dead.push({
        slide: readSlide(link),
        href: href.replace(/^#(?=[./])/, ''),
        text: toOneLine(link.textContent),
        ...(path === undefined ? {} : { path }),
      })
      link.removeAttribute('href')
    }
  }
  return dead
}

/** Returns the path within the site; `undefined` for one beside it. */
function relativeTo(base: string, pathname: string): string | undefined {
  return pathname.startsWith(base) ? pathname.slice(base.length) : undefined
}

/** Returns the number of the slide that an element stands on; 0 where it stands on none. */
function readSlide(element: Element | null): number {
  return Number.parseInt(element?.closest('.print-slide-container')?.id ?? '0', 10)
}

/**
 * Marks each slide with a link of two pixels to the slide's own address, which tells where the slide is in
 * the PDF.
 */
export function markDestinations(): void {
  const marked = new Set<number>()
  const mark = (element: HTMLElement, slide: number): void => {
    if (marked.has(slide)) {
      return
    }
    marked.add(slide)
    const link = document.createElement('a')
    link.href = `${SLIDE_ADDRESS}${slide}${DESTINATION_MARK}`
    link.ariaHidden = 'true'
    link.style.cssText = 'position:absolute;top:1px;left:1px;width:2px;height:2px;border:0'
    element.append(link)
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-slide-place]')) {
    mark(place, Number(place.dataset['slidePlace']))
  }
  for (const container of document.querySelectorAll<HTMLElement>('.print-slide-container')) {
    mark(container, Number.parseInt(container.id, 10))
  }
}
