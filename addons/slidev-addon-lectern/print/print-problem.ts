/** Something that must not be printed over in silence. */
export interface PrintProblem {
  /** The slide it is on; `undefined` while it is not known. */
  slide?: number
  /** What was seen. */
  message: string
}

/**
 * Names the faults with their slides, one a line, in the deck's order.
 *
 * @param titles - Title of each slide, the first slide's first.
 */
export function describeProblems(
  faults: readonly PrintProblem[],
  titles: readonly string[],
): string {
  const lines = faults
    .toSorted((a, b) => (a.slide ?? 0) - (b.slide ?? 0))
    .map(({ slide, message }) => {
      const title = slide === undefined ? '' : titles[slide - 1]
      const place = slide === undefined ? 'The deck' : `Slide ${slide}${title ? ` "${title}"` : ''}`
      return `${place}: ${message}`
    })
  return [...new Set(lines)].join('\n')
}
