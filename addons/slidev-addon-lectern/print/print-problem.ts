/** Something that keeps slides from being printed. */
export interface PrintProblem {
  /** Number of the slide; `undefined` while it is not known. */
  slide?: number
  /** A sentence without the slide. */
  message: string
}

/**
 * Names problems with their slides, one a line, in the deck's order.
 *
 * @param titles - Title of each slide, the first slide's first.
 */
export function describeProblems(
  problems: readonly PrintProblem[],
  titles: readonly string[],
): string {
  const lines = problems
    .toSorted((a, b) => (a.slide ?? 0) - (b.slide ?? 0))
    .map(({ slide, message }) => {
      const title = slide === undefined ? '' : titles[slide - 1]
      const subject =
        slide === undefined ? 'The deck' : `Slide ${slide}${title ? ` "${title}"` : ''}`
      return `${subject}: ${message}`
    })
  return [...new Set(lines)].join('\n')
}
