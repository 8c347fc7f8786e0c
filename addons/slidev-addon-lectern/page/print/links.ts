/**
 * Where links to slides lead while a deck is printed: no browser can resolve it, so it comes through to
 * the PDF as it is, also from a part of the deck that does not hold the slide.
 */
export const SLIDE_ADDRESS = 'http://slide.invalid/'

/** What the address of a slide's own place ends with. */
export const PLACE_MARK = '#place'

/** A link of the deck that leads to nothing a PDF has. */
export interface DeadLink {
  /** The slide it stands on; 0 where it stands on none. */
  slide: number
  href: string
}

/** What the links of a deck are told from. */
export interface LinkFacts {
  /** {@link SLIDE_ADDRESS}; passed along, since a page's script knows nothing of this module. */
  address: string
  /** Path the site is served under, such as `/talks/x/`. */
  base: string
  total: number
  /** Slides by their `routeAlias`. */
  aliases: Readonly<Record<string, number>>
  /** Whether the page holds only some of the slides that are printed. */
  isPart: boolean
}

/** How the links of a page were addressed. */
export interface AddressedLinks {
  /** The links that lost their target. */
  dead: DeadLink[]
  /** Slides by the ids of elements on them; empty unless the page is a part. */
  ids: Record<string, number>
}

/**
 * Gives every link to a slide the slide's address, whether it is `#3` or `#/3` as Slidev prints it,
 * `/base/3`, an alias or an element's id. Takes the target from a link that leads to a file of the site
 * or nowhere: what is left of it in a PDF would be an address of this machine. In a part of a deck, the id
 * of no element that is there is addressed as it is: another part may have it. Runs in the page.
 */
export function addressLinks({ address, base, total, aliases, isPart }: LinkFacts): AddressedLinks {
  const slideOf = (element: Element | null): number =>
    Number.parseInt(element?.closest('.print-slide-container')?.id ?? '0', 10)

  const decode = (path: string): string => {
    try {
      return decodeURIComponent(path)
    } catch {
      return path
    }
  }

  const findSlide = (name: string): number => {
    const known = /^\d+$/.test(name) ? Number(name) : (aliases[name] ?? 0)
    const number = known > 0 ? known : slideOf(document.querySelector(`[id="${CSS.escape(name)}"]`))
    return number <= total ? number : 0
  }

  const dead: DeadLink[] = []
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    // Slidev puts another # before the one of a link such as [x](#3).
    const href = (link.getAttribute('href') ?? '').replace(/^##/, '#')
    const url = new URL(href, document.baseURI)
    if (url.origin !== location.origin) {
      continue
    }
    // Slidev's hash routing writes #/3 as well.
    const inPage = href.startsWith('#') ? href : url.pathname === location.pathname ? url.hash : ''
    const target = inPage === '' ? url.pathname.slice(base.length) : inPage.slice(1)
    const name = decode(target.replace(/^\//, ''))
    const slide = findSlide(name)
    if (slide > 0 || (isPart && inPage !== '' && name !== '')) {
      link.href = `${address}${slide > 0 ? slide : `#${encodeURIComponent(name)}`}`
      link.removeAttribute('target')
    } else {
      dead.push({ slide: slideOf(link), href })
      link.removeAttribute('href')
    }
  }
  const ids: Record<string, number> = {}
  for (const element of isPart ? document.querySelectorAll('.print-slide-container [id]') : []) {
    ids[element.id] ??= slideOf(element)
  }
  return { dead, ids }
}

/**
 * Marks where each slide is with a link of two pixels to the slide's own address: what says later on
 * which page it came to lie. Runs in the page.
 */
export function markPlaces({ address, mark }: { address: string; mark: string }): void {
  const seen = new Set<number>()
  for (const place of document.querySelectorAll<HTMLElement>('[data-slide-place]')) {
    addMarker(place, Number(place.dataset['slidePlace']))
  }
  for (const container of document.querySelectorAll<HTMLElement>('.print-slide-container')) {
    addMarker(container, Number.parseInt(container.id, 10))
  }

  function addMarker(place: HTMLElement, slide: number): void {
    if (seen.has(slide)) {
      return
    }
    seen.add(slide)
    const marker = document.createElement('a')
    marker.href = `${address}${slide}${mark}`
    marker.ariaHidden = 'true'
    marker.style.cssText = 'position:absolute;top:1px;left:1px;width:2px;height:2px;border:0'
    place.append(marker)
  }
}
