/** Size from which on a file is hard to send, in bytes. */
const LARGE = 5_000_000

/** Number of parts that are named. */
const MOST_NAMED = 4

/** Size of each part of a talk in one file, in bytes, by its name. */
export type Parts = Readonly<Record<string, number>>

/**
 * Says of what a large talk consists.
 *
 * @param total - Size of the file, in bytes.
 * @returns `undefined` for one that is not large.
 */
export function describeSize(name: string, total: number, parts: Parts): string | undefined {
  if (total <= LARGE) {
    return undefined
  }
  const largest = Object.entries(parts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED)
    .map(([part, size]) => `${part} (${toMegabytes(size)})`)
  return (
    `${name} has ${toMegabytes(total)}, more than the ${toMegabytes(LARGE)} that are easy to send. ` +
    `Its largest parts are ${largest.join(', ')}.`
  )
}

/** Writes a size, such as `4.3 MB`. */
export function toMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
