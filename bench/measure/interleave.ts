/** Number of rounds of a measurement. */
export interface Rounds {
  /** Rounds that count. */
  count: number
  /** Whether a round that does not count comes first. */
  hasWarmUp: boolean
  /** Time after which no further round begins, in ms. */
  limitMs: number
}

/**
 * Runs something for each item in turn, round by round: A B C A B C, so that a machine that is slow for some
 * time slows all items alike.
 *
 * @param run - Receives an item and whether the round counts.
 */
export async function interleave<Item>(
  items: readonly Item[],
  { count, hasWarmUp, limitMs }: Rounds,
  run: (item: Item, counts: boolean) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now()
  for (let round = hasWarmUp ? -1 : 0; round < count; round += 1) {
    if (round > 0 && performance.now() - startedAt > limitMs) {
      return
    }
    for (const item of items) {
      await run(item, round >= 0)
    }
  }
}
