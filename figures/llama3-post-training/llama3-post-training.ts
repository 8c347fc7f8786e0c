import type { Box, Point, Side } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'

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
  /** Click that brings it, one for each step of the round; without one it is there from the start. */
  click?: number
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

/** Clicks in the order of a round. */
export const CLICKS = {
  answers: 1,
  reward: 2,
  sampling: 3,
  sftData: 4,
  sft: 5,
  dpo: 6,
  next: 7,
} as const

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
      click: CLICKS.answers,
    },
    preferences: {
      ...PLACES.preferences,
      kind: 'data',
      title: 'Preference data',
      detail: 'answer pairs ranked by people, also for single capabilities',
      renewed: true,
      click: CLICKS.reward,
    },
    rewardModel: {
      ...PLACES.rewardModel,
      kind: 'model',
      title: 'Reward model',
      click: CLICKS.reward,
    },
    sampling: {
      ...PLACES.sampling,
      kind: 'process',
      title: 'Rejection sampling',
      detail: 'keeps the best',
      click: CLICKS.sampling,
    },
    sftData: {
      ...PLACES.sftData,
      kind: 'data',
      title: 'SFT data',
      renewed: true,
      click: CLICKS.sftData,
    },
    capabilityData: {
      ...PLACES.capabilityData,
      kind: 'data',
      title: 'Specialized SFT data',
      detail: 'one set per capability',
      click: CLICKS.sft,
    },
    sftModel: { ...PLACES.sftModel, kind: 'model', title: 'SFT model', click: CLICKS.sft },
    dpoModel: { ...PLACES.dpoModel, kind: 'model', title: 'Final DPO model', click: CLICKS.dpo },
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
  click: number
}

/** The eleven arrows of the loop in the order of a round; the last one leads into the next round. */
export function listArrows(): LoopArrow[] {
  const below = middleOf(PLACES.earlierModels, 'right')[1]
  return [
    connect(CLICKS.answers, ['prompts', 'right'], ['answers', 'left']),
    {
      ...connect(CLICKS.answers, ['earlierModels', 'top'], ['answers', 'bottom']),
      label: 'write the\nanswers',
      labelAt: [223, 212],
    },
    {
      ...connect(CLICKS.reward, ['preferences', 'left'], ['rewardModel', 'right']),
      label: 'reward model\ntraining',
      labelAt: [440, 21],
    },
    connect(CLICKS.sampling, ['answers', 'right'], ['sampling', 'left']),
    {
      ...connect(CLICKS.sampling, ['rewardModel', 'bottom'], ['sampling', 'top']),
      label: 'scores the\nanswers',
      labelAt: [374, 92],
    },
    connect(CLICKS.sftData, ['sampling', 'right'], ['sftData', 'left']),
    {
      ...connect(CLICKS.sft, ['sftData', 'right'], ['sftModel', 'left']),
      label: 'SFT\ntraining',
      labelAt: [559, 126],
    },
    {
      ...connect(CLICKS.sft, ['capabilityData', 'top'], ['sftModel', 'bottom']),
      label: 'SFT training',
      labelAt: [677, 193],
    },
    {
      ...connect(CLICKS.dpo, ['sftModel', 'right'], ['dpoModel', 'left']),
      label: 'DPO\ntraining',
      labelAt: [712, 126],
    },
    {
      ...connect(
        CLICKS.dpo,
        ['preferences', 'right'],
        ['dpoModel', 'top'],
        [[middleOf(PLACES.dpoModel, 'top')[0], middleOf(PLACES.preferences, 'right')[1]]],
      ),
      label: 'DPO training',
      labelAt: [734, 39],
    },
    {
      ...connect(
        CLICKS.next,
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
  click: number,
  [from, start]: [LoopKey, Side],
  [to, end]: [LoopKey, Side],
  corners: Point[] = [],
): LoopArrow {
  return {
    from,
    to,
    points: [middleOf(PLACES[from], start), ...corners, middleOf(PLACES[to], end)],
    click,
  }
}
