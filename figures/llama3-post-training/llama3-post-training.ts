import type { Box, Point, Side } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
import { splitScientific } from '../parts/plot.ts'
import type { ScientificParts } from '../parts/plot.ts'

/** Numbers of data/training-facts.json (posttraining) that the figure shows. */
export interface PostTrainingFacts {
  rounds: number
  rejection_sampling: { samples_per_prompt_min: number; samples_per_prompt_max: number }
  sft: { learning_rate: number; steps_min: number; steps_max: number }
  dpo: { learning_rate: number; beta: number; nll_coefficient: number }
}

/** A box of the loop: data (tinted), model (dark) or process (outlined). */
export interface LoopBox extends Box {
  kind: 'data' | 'model' | 'process'
  title: string
  detail?: string
  /** Whether it is collected or written anew in every round. */
  renewed?: boolean
}

const PLACES = {
  prompts: { x: 0, y: 114, w: 100, h: 62 },
  answers: { x: 132, y: 114, w: 118, h: 62 },
  sampling: { x: 282, y: 114, w: 112, h: 62 },
  sftData: { x: 426, y: 114, w: 102, h: 62 },
  sftModel: { x: 593, y: 114, w: 88, h: 62 },
  dpoModel: { x: 746, y: 114, w: 96, h: 62 },
  rewardModel: { x: 282, y: 8, w: 112, h: 62 },
  preferences: { x: 487, y: 8, w: 194, h: 62 },
  capabilityData: { x: 562, y: 210, w: 150, h: 46 },
  earlierModels: { x: 132, y: 248, w: 118, h: 49 },
} satisfies Record<string, Box>

/** Key of a box of the loop. */
export type LoopKey = keyof typeof PLACES

/** The ten boxes of the loop, in the order in which a round uses them. */
export function listBoxes(facts: PostTrainingFacts): Record<LoopKey, LoopBox> {
  const { samples_per_prompt_min: min, samples_per_prompt_max: max } = facts.rejection_sampling
  return {
    prompts: { ...PLACES.prompts, kind: 'data', title: 'Collected prompts' },
    earlierModels: {
      ...PLACES.earlierModels,
      kind: 'model',
      title: 'Best models',
      detail: 'of earlier rounds',
    },
    answers: {
      ...PLACES.answers,
      kind: 'data',
      title: 'K answers to each prompt',
      detail: `typically ${min} to ${max}`,
    },
    preferences: {
      ...PLACES.preferences,
      kind: 'data',
      title: 'Preference data',
      detail: 'answer pairs ranked by people, also for single capabilities',
      renewed: true,
    },
    rewardModel: { ...PLACES.rewardModel, kind: 'model', title: 'Reward model' },
    sampling: {
      ...PLACES.sampling,
      kind: 'process',
      title: 'Rejection sampling',
      detail: 'keeps the best',
    },
    sftData: { ...PLACES.sftData, kind: 'data', title: 'SFT data', renewed: true },
    capabilityData: {
      ...PLACES.capabilityData,
      kind: 'data',
      title: 'Specialized SFT data',
      detail: 'one set per capability',
    },
    sftModel: { ...PLACES.sftModel, kind: 'model', title: 'SFT model' },
    dpoModel: { ...PLACES.dpoModel, kind: 'model', title: 'Final DPO model' },
  }
}

/** An arrow of the loop with its line, its label, and whether it leads into the next round. */
export interface LoopArrow {
  from: LoopKey
  to: LoopKey
  points: Point[]
  label?: string
  labelAt?: Point
  dashed?: boolean
}

/** The eleven arrows of the loop; the last one leads into the next round. */
export function listArrows(): LoopArrow[] {
  const below = middleOf(PLACES.earlierModels, 'right')[1]
  return [
    connect(['prompts', 'right'], ['answers', 'left']),
    {
      ...connect(['earlierModels', 'top'], ['answers', 'bottom']),
      label: 'write the\nanswers',
      labelAt: [221, 212],
    },
    connect(['answers', 'right'], ['sampling', 'left']),
    {
      ...connect(['preferences', 'left'], ['rewardModel', 'right']),
      label: 'reward model\ntraining',
      labelAt: [441, 21],
    },
    {
      ...connect(['rewardModel', 'bottom'], ['sampling', 'top']),
      label: 'scores the\nanswers',
      labelAt: [372, 92],
    },
    connect(['sampling', 'right'], ['sftData', 'left']),
    {
      ...connect(['sftData', 'right'], ['sftModel', 'left']),
      label: 'SFT\ntraining',
      labelAt: [559, 127],
    },
    {
      ...connect(['capabilityData', 'top'], ['sftModel', 'bottom']),
      label: 'SFT training',
      labelAt: [674, 193],
    },
    {
      ...connect(['sftModel', 'right'], ['dpoModel', 'left']),
      label: 'DPO\ntraining',
      labelAt: [712, 127],
    },
    {
      ...connect(
        ['preferences', 'right'],
        ['dpoModel', 'top'],
        [[middleOf(PLACES.dpoModel, 'top')[0], middleOf(PLACES.preferences, 'right')[1]]],
      ),
      label: 'DPO training',
      labelAt: [734, 39],
    },
    {
      ...connect(
        ['dpoModel', 'bottom'],
        ['earlierModels', 'right'],
        [[middleOf(PLACES.dpoModel, 'bottom')[0], below]],
      ),
      label: 'next round: the best model joins them',
      labelAt: [405, below],
      dashed: true,
    },
  ]
}

function connect(
  [from, start]: [LoopKey, Side],
  [to, end]: [LoopKey, Side],
  corners: Point[] = [],
): LoopArrow {
  return {
    from,
    to,
    points: [middleOf(PLACES[from], start), ...corners, middleOf(PLACES[to], end)],
  }
}

/** Training settings of one of the two fine-tuning stages of a round. */
export interface StageSettings {
  stage: string
  learningRate: ScientificParts
  /** Further statements of the paper, as one phrase. */
  rest: string
}

/** The training settings of the SFT and the DPO stage, in the order of a round. */
export function listSettings({ sft, dpo }: PostTrainingFacts): StageSettings[] {
  return [
    {
      stage: 'SFT',
      learningRate: splitScientific(sft.learning_rate),
      rest: `${sft.steps_min / 1000}K to ${sft.steps_max / 1000}K steps`,
    },
    {
      stage: 'DPO',
      learningRate: splitScientific(dpo.learning_rate),
      rest: `β = ${dpo.beta}, NLL weight ${dpo.nll_coefficient}`,
    },
  ]
}
