/** Distance from the window's upper edge above which the section that is read begins, in CSS px: where jumps put it. */
const READING_LINE = 80

/** Slide of the section that the address names because the visitor scrolled there, and did not go to it. */
let scrolledTo: number | undefined

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
  scrolledTo = undefined
  const section = document.querySelector(`#lectern-read [data-slide="${slide}"]`)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true })
}

/**
 * Returns the number of the slide whose section is read; 1 before the first one. At the end of the page, where sections
 * cannot be scrolled to the window's upper edge, the one that the visitor went to is read while it is in view.
 */
export function findPlace(): number {
  const sections = [...document.querySelectorAll<HTMLElement>('#lectern-read [data-slide]')]
  const end = document.documentElement.scrollHeight - innerHeight
  const named = sections.find(({ id }) => location.hash.endsWith(`#${id}`))
  if (named && numberOf(named) !== scrolledTo && scrollY >= end - 1) {
    const { top } = named.getBoundingClientRect()
    if (top >= 0 && top < innerHeight) {
      return numberOf(named)
    }
  }
  const starts = listStarts(sections, end)
  return numberOf(sections.findLast((_, index) => (starts[index] ?? 0) <= scrollY + 1))
}

/** Notes that the address gets the section that the visitor scrolled to. */
export function noteScroll(slide: number): void {
  scrolledTo = slide
}

/**
 * Returns the scroll positions at which sections begin to be read: at the window's upper edge. Those that cannot be
 * scrolled there share the way that is left to the end of the page, so that each of them is read in turn.
 *
 * @param end - Scroll position of the page's end.
 */
function listStarts(sections: readonly HTMLElement[], end: number): number[] {
  const starts = sections.map(
    (section) => scrollY + section.getBoundingClientRect().top - READING_LINE,
  )
  const late = end > 0 ? starts.filter((start) => start > end).length : 0
  const before = Math.max(0, starts.at(-late - 1) ?? 0)
  return starts.map((start, index) => {
    const turn = index + 1 - (starts.length - late)
    return turn > 0 ? before + ((end - before) * turn) / late : start
  })
}

function numberOf(section: HTMLElement | undefined): number {
  return Number(section?.dataset['slide'] ?? 1)
}

/**
 * Returns the place that the address names, see `mark-place.ts`: where the visitor was before the window changed its
 * shape, and with it what stands where.
 */
export function readPlace(): number {
  return findSectionIn(location.hash) ?? findPlace()
}
