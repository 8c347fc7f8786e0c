/** Position of a model's label, from its mark. */
export interface LabelPosition {
  /** CSS px to the right. */
  dx: number
  /** CSS px down, to the base line. */
  dy: number
  anchor: 'start' | 'middle' | 'end'
  /** Text instead of the model's name; `''` where a neighbor's label names both. */
  text?: string
}

/** Label positions, tuned by hand so that no two labels of the chart overlap. */
const POSITIONS: Readonly<Record<string, LabelPosition>> = {
  'Chinchilla 70B': { dx: 5, dy: 15, anchor: 'start' },
  'PaLM 540B': { dx: -2, dy: -8, anchor: 'start' },
  'GPT-3.5': { dx: 0, dy: -8, anchor: 'middle' },
  'GPT-4': { dx: 0, dy: -8, anchor: 'middle' },
  'PaLM 2-L': { dx: -2, dy: -7, anchor: 'middle' },
  'Claude 2': { dx: 2, dy: 13, anchor: 'middle' },
  'Gemini 1.0 Ultra': { dx: -6, dy: 3, anchor: 'end' },
  'Gemini 1.5 Pro': { dx: -6, dy: 4, anchor: 'end', text: 'Gemini 1.5 Pro, Mistral Large' },
  'Mistral Large': { dx: 0, dy: 0, anchor: 'end', text: '' },
  'Claude 3 Opus': { dx: 6, dy: -8, anchor: 'end' },
  'GPT-4o': { dx: 10, dy: -9, anchor: 'end' },
  'Claude 3.5 Sonnet': { dx: -1, dy: -9, anchor: 'start' },
  'GLM-130B': { dx: -3, dy: 15, anchor: 'start' },
  'LLaMA 65B': { dx: -8, dy: 4, anchor: 'end' },
  'Falcon 40B': { dx: 6, dy: 3, anchor: 'start' },
  'Llama 2 70B': { dx: 6, dy: 18, anchor: 'start' },
  'Falcon 180B': { dx: 5, dy: 14, anchor: 'start' },
  'Yi-34B': { dx: -5, dy: 12, anchor: 'end' },
  'Qwen-72B': { dx: -8, dy: -7, anchor: 'end' },
  'Mixtral 8x7B': { dx: 6, dy: 3, anchor: 'start' },
  'Qwen1.5-72B': { dx: -39, dy: 14, anchor: 'start' },
  DBRX: { dx: 6, dy: 5, anchor: 'start' },
  'Mixtral 8x22B': { dx: 4, dy: 14, anchor: 'start' },
  'Llama 3 70B': { dx: -4, dy: 18, anchor: 'end' },
  'DeepSeek-V2': { dx: 6, dy: 4, anchor: 'start' },
  'Qwen2-72B': { dx: -7, dy: 1, anchor: 'end' },
  'Nemotron-4 340B': { dx: 6, dy: 4, anchor: 'start' },
  'Llama 3.1 405B': { dx: 9, dy: 9, anchor: 'start' },
  'Mistral Large 2': { dx: 6, dy: 7, anchor: 'start' },
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
