/** The parts of a slide that are searched. */
export interface Titled {
  no: number
  title?: string
}

/**
 * Finds the slides whose number or title contains a text: first the slide of that number, then those whose
 * number begins with it, then those with it in their title.
 */
export function searchTitles<T extends Titled>(slides: readonly T[], text: string): { item: T }[] {
  const sought = text.trim().toLowerCase()
  const rank = ({ no, title = '' }: T): number => {
    if (String(no) === sought) {
      return 0
    }
    if (String(no).startsWith(sought)) {
      return 1
    }
    return title.toLowerCase().includes(sought) ? 2 : 3
  }
  return [0, 1, 2].flatMap((wanted) =>
    slides.filter((slide) => rank(slide) === wanted).map((item) => ({ item })),
  )
}
