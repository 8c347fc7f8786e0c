/** Distance from the window's upper edge above which the section that is read begins, in CSS px: where jumps put it. */
const READING_LINE = 80

/** Returns the ID of a slide's section. */
export function idOfSection(slide: number): string {
  return `slide-${slide}`
}

/** Returns the number of the slide whose section an address ends with; nothing for other addresses. */
export function findSectionIn(address: string): number | undefined {
  const slide = /#slide-(\d+)$/.exec(address)?.[1]
  return slide === undefined ? undefined : Number(slide)
}

/** Scrolls to the section of a slide, and moves the focus to its heading. */
export function showSection(slide: number): void {
  const section = document.querySelector(`#lectern-read [data-slide="${slide}"]`)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
}

/**
 * Returns the number of the slide whose section is read; 1 before the first one. At the end of the page, where sections
 * cannot be scrolled to its upper edge, the one that the address names is read while it is in view.
 */
export function findPlace(): number {
  const sections = [...document.querySelectorAll<HTMLElement>('#lectern-read [data-slide]')]
  const topOf = (section: Element): number => section.getBoundingClientRect().top
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
  const named = sections.find(({ id }) => location.hash.endsWith(`#${id}`))
  if (isAtEnd && named && topOf(named) >= 0 && topOf(named) < innerHeight) {
    return Number(named.dataset['slide'])
  }
  const read = sections.findLast((section) => topOf(section) <= READING_LINE)
  return Number(read?.dataset['slide'] ?? 1)
}

/**
 * Returns the place that the address names, see `mark-place.ts`: where the visitor was before the window changed its
 * shape, and with it what stands where.
 */
export function readPlace(): number {
  return findSectionIn(location.hash) ?? findPlace()
}
