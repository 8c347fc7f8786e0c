import type { Tool } from './contestant.ts'
import type { MeasureId } from './measures.ts'

/** Figures by measure and tool; in the order they were taken. */
export interface Results {
  add: (id: MeasureId, tool: Tool, figure: number) => void
  /** All figures of a measure; none where it was not measured. */
  read: (id: MeasureId, tool: Tool) => readonly number[]
}

/** Results without a figure yet. */
export function createResults(): Results {
  const figures = new Map<string, number[]>()
  const keyOf = (id: MeasureId, tool: Tool): string => `${id} ${tool}`
  return {
    add: (id, tool, figure) => {
      const key = keyOf(id, tool)
      figures.set(key, [...(figures.get(key) ?? []), figure])
    },
    read: (id, tool) => figures.get(keyOf(id, tool)) ?? [],
  }
}
