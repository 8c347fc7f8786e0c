/** A value that the audience may ask for: where it stands in the data, as printed. */
export interface Datum {
  /** What the value is of, such as a model. */
  row: string
  /** What is measured, such as a benchmark; the heading of the value's column. */
  column: string
  /** The value as printed, without its unit: `89.0 ±2.4`. */
  value: string
  /** Unit behind the value: `%`. A word is set apart by a space of its own: ` tokens`. */
  unit?: string
  /** Table and column of the paper, where they differ from those of the card. */
  source?: string
}

/** Attributes of a mark, bar or cell that make it answer when it is pointed at, tapped or focused. */
export function datumAttributes({
  row,
  column,
  value,
  unit,
  source,
}: Datum): Record<string, string> {
  return {
    'data-row': row,
    'data-column': column,
    'data-value': value,
    ...(unit && { 'data-unit': unit }),
    ...(source && { 'data-source': source }),
  }
}
