/** Position of a model's label, from its mark. */
export interface LabelPosition {
  /** CSS px to the right. */
  dx: number
  /** CSS px down, to the base line. */
  dy: number
  anchor: 'start' | 'middle' | 'end'
}

/** Label positions, tuned by hand so that no label touches another, a line or a mark. */
const POSITIONS: Readonly<Record<string, LabelPosition>> = {
  'Chinchilla 70B': { dx: 8, dy: 5, anchor: 'start' },
  'PaLM 540B': { dx: -4, dy: -9, anchor: 'start' },
  'GPT-3.5': { dx: 0, dy: -9, anchor: 'middle' },
  'GPT-4': { dx: -2, dy: -9, anchor: 'middle' },
  'GPT-4 (0125)': { dx: -7, dy: 16, anchor: 'middle' },
  'Claude 3 Opus': { dx: 2, dy: -10, anchor: 'end' },
  'GPT-4o': { dx: 2, dy: -9, anchor: 'end' },
  'Claude 3.5 Sonnet': { dx: -2, dy: -9, anchor: 'start' },
  'GLM-130B': { dx: 0, dy: -8, anchor: 'start' },
  'LLaMA 65B': { dx: -9, dy: 4, anchor: 'end' },
  'Llama 2 70B': { dx: 4, dy: 16, anchor: 'start' },
  'Falcon 180B': { dx: 4, dy: 16, anchor: 'start' },
  'Yi-34B': { dx: 7, dy: 13, anchor: 'start' },
  'Qwen-72B': { dx: 0, dy: -9, anchor: 'middle' },
  'Llama 3 70B (April)': { dx: 7, dy: 15, anchor: 'start' },
  'Qwen2-72B': { dx: 5, dy: 15, anchor: 'start' },
  'Llama 3.1 405B': { dx: 9, dy: 14, anchor: 'start' },
}

/**
 * Finds the position of a model's label.
 *
 * @throws {RangeError} for a model without a position: a new entry of the data needs one here.
 */
export function findLabel(model: string): LabelPosition {
  const position = POSITIONS[model]
  if (!position) {
    throw new RangeError(
      `figures/MMLU-date/labels.ts: no position for the label of "${model}". Add one.`,
    )
  }
  return position
}
