const PART_RE = /^(\d+)(?:-(\d+))?$/

/**
 * The slides that an option such as `--slides 3-7` or `--slides 1,4-6` names, in the deck's order.
 *
 * @param text - As typed; all slides when it is `undefined`.
 * @param total - Number of slides of the deck.
 * @throws {Error} when it names anything but slides of the deck.
 */
export function readSlideRange(text: string | undefined, total: number): number[] {
  if (text === undefined) {
    return Array.from({ length: total }, (_, index) => index + 1)
  }
  const chosen = new Set<number>()
  for (const part of text.split(',')) {
    const match = PART_RE.exec(part.trim())
    const first = Number(match?.[1])
    const last = Number(match?.[2] ?? match?.[1])
    if (!match || first < 1 || last > total || first > last) {
      throw new Error(
        `--slides ${text}: "${part.trim()}" is no part of this deck, which has the slides 1 to ${total}. ` +
          'Name slides such as 3-7 or 1,4-6.',
      )
    }
    for (let number = first; number <= last; number += 1) {
      chosen.add(number)
    }
  }
  return [...chosen].toSorted((a, b) => a - b)
}
