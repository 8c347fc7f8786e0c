/** How often something is measured. */
export interface Rounds {
  /** How many rounds count. */
  count: number
  /** Whether a round before them does not count. */
  hasWarmUp: boolean
  /** After so long no further round begins, in ms. */
  limitMs: number
}

/**
 * Does something with each of several, over and over: A B C A B C, so that whatever slows the machine for a
 * while slows all of them.
 *
 * @param run - Is told whether this time counts.
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
