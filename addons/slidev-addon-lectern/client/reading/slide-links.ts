import { configs } from '@slidev/client'

import { deckSlides } from '../deck-slides.ts'

/** Returns the number of the slide with a name: its number, or its `routeAlias`. */
export function findSlideNamed(name: string): number | undefined {
  return deckSlides.value.find(
    ({ no, meta }) => String(no) === name || meta.slide.frontmatter.routeAlias === name,
  )?.no
}

/** Returns the number of the slide of this deck that a link leads to. */
export function findLinkedSlide(link: HTMLAnchorElement): number | undefined {
  if (configs.routerMode === 'hash') {
    // A file on a disk has no base path.
    const [page, name = ''] = link.href.split('#/')
    return page === location.href.replace(/#.*$/, '') ? findSlideNamed(toName(name)) : undefined
  }
  const { origin, pathname } = new URL(link.href, document.baseURI)
  const base = import.meta.env.BASE_URL
  const isOwn = origin === location.origin && pathname.startsWith(base)
  return isOwn ? findSlideNamed(toName(pathname.slice(base.length))) : undefined
}

/** Returns the name of a slide in a path. */
function toName(path: string): string {
  return decodeURIComponent(path.replace(/[?#].*$/, ''))
}

/** Returns the address of a slide, for readers without scripts: a file of the site. */
export function hrefOfSlide(slide: number): string {
  return configs.routerMode === 'hash' && !window.lecternPrerenders
    ? `#/${slide}`
    : `${import.meta.env.BASE_URL}${slide === 1 ? '' : slide}${import.meta.env.PROD && slide !== 1 ? '.html' : ''}`
}
