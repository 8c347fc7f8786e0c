import { configs } from '@slidev/client'
import type { LocationQuery, RouteLocationRaw } from 'vue-router'

import { decodePath } from '../../deck/decode-path.ts'
import { deckSlides } from '../deck-slides.ts'
import { parseUrl } from '../parse-url.ts'

/** Returns the number of the slide with a name: its number, or its `routeAlias`. */
export function findSlideNamed(name: string): number | undefined {
  return deckSlides.value.find(
    ({ no, meta }) => String(no) === name || meta.slide.frontmatter.routeAlias === name,
  )?.no
}

/** Returns the number of the slide of this deck that a link leads to; nothing also for an address that is none. */
export function findLinkedSlide(link: HTMLAnchorElement): number | undefined {
  const numbered = /^#\/?(\d+)$/.exec(link.getAttribute('href') ?? '')?.[1]
  if (numbered !== undefined) {
    // Leads nowhere on the slide, and to the slide on paper.
    return findSlideNamed(numbered)
  }
  if (configs.routerMode === 'hash') {
    // A file on a disk has no base path.
    const [page, name = ''] = link.href.split('#/')
    return page === location.href.replace(/#.*$/, '') ? findSlideNamed(toName(name)) : undefined
  }
  const url = parseUrl(link.href)
  const base = import.meta.env.BASE_URL
  return url?.origin === location.origin && url.pathname.startsWith(base)
    ? findSlideNamed(toName(url.pathname.slice(base.length)))
    : undefined
}

/** Returns the route of a slide that is shown in place of the article, which shows all its steps. */
export function routeOfSlide(slide: number, query: LocationQuery): RouteLocationRaw {
  const { clicks: _, ...others } = query
  return { path: `/${slide}`, query: others }
}

/** Returns the name of a slide in a path. */
function toName(path: string): string {
  return decodePath(path.replace(/[?#].*$/, ''))
}

/** Returns the address of a slide: in a page for readers without scripts, that of its file. */
export function hrefOfSlide(slide: number): string {
  if (configs.routerMode === 'hash' && !window.lecternPrerenders) {
    return `#/${slide}`
  }
  const ending = window.lecternPrerenders ? '.html' : ''
  return import.meta.env.BASE_URL + (slide === 1 ? '' : slide + ending)
}
