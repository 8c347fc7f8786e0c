import type { Point } from '../parts/geometry.ts'

/** A number of tokens in thousands, as the paper writes context lengths: `8000` gives `8K`. */
export function formatKiloTokens(tokens: number): string {
  return `${tokens / 1000}K`
}

/**
 * Where the files of the small dependency picture stand: evenly spread in one row.
 *
 * @param count - Number of files.
 * @param widthPx - Width of the picture; the outer files stand half a gap from its edges.
 * @param y - Height of the row in CSS px.
 */
export function spreadFiles(count: number, widthPx: number, y: number): Point[] {
  return Array.from({ length: count }, (_, index) => [(widthPx * (index + 0.5)) / count, y])
}
