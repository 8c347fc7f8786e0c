/** A column of a figure's table. */
export interface TableColumn {
  label: string
  /** Small print under the label, such as the metric. */
  detail?: string
  /** Heading shared by neighboring columns of the same group. */
  group?: string
  /** Llama 3's own columns are tinted. */
  tinted?: boolean
}

/** A cell: the value as printed, and what sets it apart. */
export interface TableCell {
  /** With `^{…}` and `_{…}` for what is raised or lowered. */
  text: string
  /** The best value of its class: bold. */
  best?: boolean
  /** Small print behind the value, such as `±4.9`. */
  minor?: string
  /** Footnote mark behind the value. */
  mark?: string
  /** Draws the value as a strip beside the text, or below it with `--strip-display: block`. */
  strip?: Strip
}

/** A value on a scale from 0 to 1, and the ends of its interval if it has one. */
export interface Strip {
  value: number
  interval?: readonly [low: number, high: number]
}

/** A row of a figure's table. */
export interface TableRow {
  label: string
  /** Small print behind the label, such as `5-shot`. */
  detail?: string
  /** Heading at the left shared by neighboring rows of the same section. */
  section?: string
  /** Llama 3's own rows are tinted where the models are rows. */
  tinted?: boolean
  /** A total: set apart by a rule. */
  total?: boolean
  /** One cell a column. */
  cells: TableCell[]
}

/** A stretch of neighboring items that share a heading. */
export interface Run {
  heading: string
  /** Index of the first item. */
  start: number
  /** Number of items. */
  span: number
}

/**
 * Neighbors with the same heading, in order; used for column groups and row sections.
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
