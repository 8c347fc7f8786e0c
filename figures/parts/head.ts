/**
 * A column head on two lines: the last word goes below, such as a model's size. One word stays alone.
 *
 * @returns The label with its last space as a line break, which DataTable's heads keep.
 */
export function breakHead(label: string): string {
  return label.replace(/ (?=\S+$)/, '\n')
}
