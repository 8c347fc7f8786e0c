/** A slide as one looks for it. */
export interface Titled {
  no: number
  title?: string
}

/**
 * The slides that have a text in their number or title: the one of that number first, then those whose
 * number begins with it, then titles.
 */
export function searchPlainly<T extends Titled>(slides: readonly T[], text: string): { item: T }[] {
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
