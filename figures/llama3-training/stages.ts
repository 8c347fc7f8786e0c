import { formatKiloTokens } from '../parts/format-number.ts'
import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
import { shortCount } from '../parts/plot.ts'
import { joinWords } from '../parts/sentence.ts'
import { CLICKS } from './llama3-training.ts'

/** The shape of data/training-facts.json that the figure reads. */
export interface TrainingFacts {
  pretraining: {
    tokens: number
    context_tokens: number
    stages: { context_to_tokens?: number }[]
  }
  posttraining: { rounds: number }
}

const STAGE_ROW = { y: 36, h: 94 }
const MODEL_ROW = { y: 58, h: 50 }

/** Boxes of the two stages of training and of the models they give, from the panel's top left. */
export const STAGES = {
  before: { x: 8, w: 146, ...STAGE_ROW },
  base: { x: 170, w: 84, ...MODEL_ROW, title: 'Pre-trained model' },
  after: { x: 270, w: 230, ...STAGE_ROW },
  result: { x: 516, w: 58, ...MODEL_ROW, title: 'Llama 3' },
} satisfies Record<string, Box & { title?: string }>

/** A stage of training: its box, its amount, and its parts one after the other. */
export interface Stage extends Box {
  title: string
  amount: string
  aim: string
  parts: string[]
  click: number
}

/**
 * Describes pre-training, with the amount of text and the first and last context window, and post-training.
 *
 * @throws {Error} when no stage in data/training-facts.json says how long the context gets.
 */
export function listStages({ pretraining, posttraining }: TrainingFacts): [Stage, Stage] {
  const longest = pretraining.stages.find((stage) => stage.context_to_tokens)?.context_to_tokens
  if (!longest) {
    throw new Error('figures/data/training-facts.json has no stage with "context_to_tokens".')
  }
  const context = `${formatKiloTokens(pretraining.context_tokens)} context`
  return [
    {
      ...STAGES.before,
      title: 'Pre-training',
      amount: `${shortCount(pretraining.tokens)} tokens`,
      aim: 'predict the next token',
      parts: [context, formatKiloTokens(longest)],
      click: CLICKS.before,
    },
    {
      ...STAGES.after,
      title: 'Post-training',
      amount: `${posttraining.rounds} rounds`,
      aim: 'learn from human feedback',
      parts: ['rejection sampling', 'SFT', 'DPO'],
      click: CLICKS.after,
    },
  ]
}

/** Lists the arrows from each stage to the model it gives, and on to the next stage. */
export function listStageArrows(): { points: Point[]; click: number }[] {
  const { before, base, after, result } = STAGES
  return [
    { points: [middleOf(before, 'right'), middleOf(base, 'left')], click: CLICKS.before },
    { points: [middleOf(base, 'right'), middleOf(after, 'left')], click: CLICKS.after },
    { points: [middleOf(after, 'right'), middleOf(result, 'left')], click: CLICKS.after },
  ]
}

/** Lists the stages as sentences, in reading order. */
export function listStageReading(facts: TrainingFacts): string[] {
  const given = [`the ${STAGES.base.title.toLowerCase()}`, STAGES.result.title]
  return [
    'Our addition: it is trained in two stages.',
    ...listStages(facts).map(
      ({ title, amount, aim, parts }, index) =>
        `${title}: ${amount}, ${aim}, ${joinWords(parts, 'and then')}. It gives ${given[index]}.`,
    ),
  ]
}
