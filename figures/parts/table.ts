import type { Dot, StripAxis } from './interval-strip.ts'

/** A column of a figure's table. */
export interface TableColumn {
  /** Heading; may have a line break. */
  label: string
  /** Small print under the label, such as the metric. */
  detail?: string
  /** Full name for those who ask for a value. @default label and detail */
  name?: string
  /** Unit of the values, for those who ask: `%`; a word with a space before it. */
  unit?: string
  /** Heading shared by neighboring columns of the same group. */
  group?: string
  /** Whether the column is one of Llama 3, and so tinted. */
  tinted?: boolean
  /** Axis of the cells' dots, whose scale stands below the column. */
  axis?: StripAxis
  /** Step in which the column comes, from 1; it is there from the start if absent. */
  step?: number
}

/** A cell: the value as printed, and its marks. */
export interface TableCell {
  /** Text with `^{…}` and `_{…}` around raised and lowered parts. */
  text: string
  /** Whether it is the best value of its class, and so bold. */
  best?: boolean
  /** Small print behind the value, such as `±4.9`. */
  minor?: string
  /** Footnote mark behind the value. */
  mark?: string
  /** Draws the value as a bar beside the text. */
  strip?: Strip
  /** Draws the value as a dot below the text, on the column's axis. */
  dot?: Dot
}

/** A value on a scale from 0 to 1. */
export interface Strip {
  value: number
}

/** A row of a figure's table. */
export interface TableRow {
  label: string
  /** Small print behind the label, such as `5-shot`. */
  detail?: string
  /** Full name for those who ask for a value. @default label and detail */
  name?: string
  /** Unit of the values where it is not that of the columns; `''` for none. */
  unit?: string
  /** Heading at the left shared by neighboring rows of the same section. */
  section?: string
  /** Whether the row is set off by a tint, such as one of Llama 3. */
  tinted?: boolean
  /** Step in which the row comes, from 1; it is there from the start if absent. */
  step?: number
  /** Whether the row is a total, set apart by a rule. */
  total?: boolean
  /** One cell a column. */
  cells: TableCell[]
}

/** Neighboring items that share a heading. */
export interface Run {
  heading: string
  /** Index of the first item. */
  start: number
  /** Number of items. */
  span: number
}

/**
 * Finds neighbors with the same heading, in order; used for column groups and row sections.
 *
 * @param headings - One heading an item, `undefined` where there is none.
 */
export function findRuns(headings: readonly (string | undefined)[]): Run[] {
  const runs: Run[] = []
  for (const [index, heading = ''] of headings.entries()) {
    const last = runs.at(-1)
    if (last && last.heading === heading) {
      last.span += 1
    } else {
      runs.push({ heading, start: index, span: 1 })
    }
  }
  return runs
}

/**
 * Breaks a column head before its last word, such as a model's size; a single word stays alone.
 *
 * @returns The label with its last space as a line break, which DataTable's heads keep.
 */
export function breakHead(label: string): string {
  return label.replace(/ (?=\S+$)/, '\n')
}
