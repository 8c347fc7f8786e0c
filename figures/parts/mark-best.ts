/**
 * Marks the values that are the largest of their group: all of a tie, and never an empty cell.
 *
 * @param values - One value a column, `null` for an empty cell.
 * @param groups - The group of each column, same length; best is taken within a group.
 * @returns One flag a column.
 * @throws {RangeError} when the lengths differ.
 */
export function markBest(values: readonly (number | null)[], groups: readonly string[]): boolean[] {
  if (values.length !== groups.length) {
    throw new RangeError(`${values.length} values do not match ${groups.length} groups.`)
  }
  const best = new Map<string, number>()
  for (const [index, value] of values.entries()) {
    const group = groups[index] ?? ''
    if (value !== null && value > (best.get(group) ?? Number.NEGATIVE_INFINITY)) {
      best.set(group, value)
    }
  }
  return values.map((value, index) => value !== null && value === best.get(groups[index] ?? ''))
}
