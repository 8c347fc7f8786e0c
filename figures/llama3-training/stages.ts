import { formatKiloTokens } from '../parts/format-number.ts'
import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
import { shortCount } from '../parts/plot.ts'

/** The shape of data/training-facts.json that the figure reads. */
export interface TrainingFacts {
  pretraining: {
    tokens: number
    context_tokens: number
    stages: { context_to_tokens?: number }[]
  }
  posttraining: { rounds: number }
}

/**
 * Describes pre-training: the amount of text, then the first and the last context window.
 *
 * @throws {Error} when no stage in data/training-facts.json says how long the context gets.
 */
export function listReading({
  pretraining,
}: TrainingFacts): [tokens: string, start: string, end: string] {
  const longest = pretraining.stages.find((stage) => stage.context_to_tokens)?.context_to_tokens
  if (!longest) {
    throw new Error('figures/data/training-facts.json has no stage with "context_to_tokens".')
  }
  return [
    `${shortCount(pretraining.tokens)} tokens`,
    `${formatKiloTokens(pretraining.context_tokens)} context`,
    formatKiloTokens(longest),
  ]
}

const STAGE_ROW = { y: 36, h: 92 }
const MODEL_ROW = { y: 57, h: 50 }

/** Boxes of the two stages of training and of the models they give, from the panel's top left. */
export const STAGES = {
  before: { x: 12, w: 152, ...STAGE_ROW },
  base: { x: 182, w: 80, ...MODEL_ROW, title: 'Pre-trained model' },
  after: { x: 280, w: 214, ...STAGE_ROW },
  result: { x: 512, w: 58, ...MODEL_ROW, title: 'Llama 3' },
} satisfies Record<string, Box & { title?: string }>

/** Lists the arrows from each stage to the model it gives, and on to the next stage. */
export function listStageArrows(): Point[][] {
  const { before, base, after, result } = STAGES
  return [
    [middleOf(before, 'right'), middleOf(base, 'left')],
    [middleOf(base, 'right'), middleOf(after, 'left')],
    [middleOf(after, 'right'), middleOf(result, 'left')],
  ]
}
