/**
 * Does pieces of work some at a time, in their order, and all of them even where one fails.
 *
 * @param lanes - How many are under way at once.
 * @returns What came of each.
 * @throws {Error} with the messages of all that failed, each line once.
 */
export async function inLanes<Piece, Result>(
  pieces: readonly Piece[],
  lanes: number,
  work: (piece: Piece) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const failures: Error[] = []
  const waiting = [...pieces.entries()]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, piece] = next
        try {
          results[index] = await work(piece)
        } catch (error) {
          failures.push(error instanceof Error ? error : new Error(String(error)))
        }
      }
    }),
  )
  const [first] = failures
  if (first) {
    const lines = failures.flatMap(({ message }) => message.split('\n'))
    throw new Error([...new Set(lines)].join('\n'), { cause: first })
  }
  return results
}
