import type { Point } from '../parts/geometry.ts'

/**
 * Spreads the files of the dependency graph evenly in one row.
 *
 * @param count - Number of files.
 * @param widthPx - Width of the graph; the outer files are half a gap from its edges.
 * @param y - Height of the row in CSS px.
 */
export function spreadFiles(count: number, widthPx: number, y: number): Point[] {
  return Array.from({ length: count }, (_, index) => [(widthPx * (index + 0.5)) / count, y])
}
