import type { Tool } from '../contestants/contestant.ts'
import type { MeasureId } from './measures.ts'

/** Values by measure and tool, in the order of measuring. */
export interface Results {
  add: (id: MeasureId, tool: Tool, value: number) => void
  /** Returns all values of a measure; none where it was not measured. */
  read: (id: MeasureId, tool: Tool) => readonly number[]
}

/** Creates results without a value. */
export function createResults(): Results {
  const values = new Map<string, number[]>()
  const keyOf = (id: MeasureId, tool: Tool): string => `${id} ${tool}`
  return {
    add: (id, tool, value) => {
      const key = keyOf(id, tool)
      values.set(key, [...(values.get(key) ?? []), value])
    },
    read: (id, tool) => values.get(keyOf(id, tool)) ?? [],
  }
}
