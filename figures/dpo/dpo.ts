import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'

/** A box with its name and the click that brings it. */
export interface DpoBox extends Box {
  kind: 'data' | 'model'
  title: string
  click?: number
}

/** Vertical centers of the two ways in CSS px. */
const RLHF_Y = 103
const DPO_Y = 240

const MODEL = { w: 126, h: 56, kind: 'model' } as const

/** Clicks that bring the way of RLHF, its loop, and the way of DPO. */
const CLICKS = { rlhf: 1, loop: 2, dpo: 3 } as const

/** The data of both ways and the models they train. */
export const BOXES = {
  data: { x: 0, y: 0, w: 204, h: 287, kind: 'data', title: 'Preference data' },
  reward: { ...MODEL, x: 354, y: RLHF_Y - 28, title: 'Reward model', click: CLICKS.rlhf },
  policy: { ...MODEL, x: 700, y: RLHF_Y - 28, title: 'LM policy', click: CLICKS.loop },
  final: { ...MODEL, x: 700, y: DPO_Y - 28, title: 'Final LM', click: CLICKS.dpo },
} satisfies Record<string, DpoBox>

/** Our own preference pair; the words before each text are its role. */
export const PAIR = {
  prompt: { name: 'x', text: '“Explain tides to a child.”' },
  preferred: { name: 'y_{1}', text: '“The Moon tugs at the sea, so it rises.”' },
  other: { name: 'y_{2}', text: '“Tides result from differential gravity.”' },
} as const

/** The two ways, each with what it stands for and what it takes. */
export const WAYS = {
  rlhf: {
    name: 'RLHF',
    meaning: 'reinforcement learning from human feedback',
    lesson: 'two models, sampling in a loop',
    click: CLICKS.rlhf,
  },
  dpo: {
    name: 'DPO',
    meaning: 'direct preference optimization',
    lesson: 'one loss: no separate reward model, no loop',
    click: CLICKS.dpo,
  },
} as const

/** What the two arrows between reward model and policy do together. */
export const LOOP = { text: 'reinforcement learning', click: CLICKS.loop } as const

/** An arrow with its label and the click that brings it. */
export interface DpoArrow {
  from: keyof typeof BOXES
  to: keyof typeof BOXES
  points: Point[]
  label: string
  labelAt: Point
  click: number
}

/** Lists the arrows of both ways; the middle two are the loop. */
export function listArrows(): DpoArrow[] {
  const { data, reward, policy, final } = BOXES
  const right = data.x + data.w
  const [rewardX, rewardTop] = middleOf(reward, 'top')
  const [policyX, policyTop] = middleOf(policy, 'top')
  const loopX = (rewardX + policyX) / 2
  const above = rewardTop - 22
  const below = reward.y + reward.h + 22
  return [
    {
      from: 'data',
      to: 'reward',
      points: [[right, RLHF_Y], middleOf(reward, 'left')],
      label: 'maximum likelihood',
      labelAt: [285, RLHF_Y - 12],
      click: CLICKS.rlhf,
    },
    {
      from: 'policy',
      to: 'reward',
      points: [
        middleOf(policy, 'bottom'),
        [policyX, below],
        [rewardX, below],
        middleOf(reward, 'bottom'),
      ],
      label: 'sample completions',
      labelAt: [loopX, below],
      click: CLICKS.loop,
    },
    {
      from: 'reward',
      to: 'policy',
      points: [
        [rewardX, rewardTop],
        [rewardX, above],
        [policyX, above],
        [policyX, policyTop],
      ],
      label: 'label rewards',
      labelAt: [loopX, above],
      click: CLICKS.loop,
    },
    {
      from: 'data',
      to: 'final',
      points: [[right, DPO_Y], middleOf(final, 'left')],
      label: 'maximum likelihood',
      labelAt: [285, DPO_Y - 12],
      click: CLICKS.dpo,
    },
  ]
}

/** Lists the steps of both ways as sentences, in reading order. */
export function listReading(): string[] {
  const { data, reward, policy, final } = BOXES
  const { prompt, preferred, other } = PAIR
  const [toReward, completions, rewards, toFinal] = listArrows().map(({ label }) => label)
  return [
    `${data.title}: to the prompt ${prompt.text} the answer ${preferred.text} is preferred over ${other.text}`,
    `${WAYS.rlhf.name}, ${WAYS.rlhf.meaning}: ${WAYS.rlhf.lesson}.`,
    `The ${data.title.toLowerCase()} train the ${reward.title.toLowerCase()} by ${toReward}.`,
    `The loop is ${LOOP.text}: ${completions} of the ${policy.title}, ${rewards} with the ${reward.title.toLowerCase()}.`,
    `${WAYS.dpo.name}, ${WAYS.dpo.meaning}: ${WAYS.dpo.lesson}.`,
    `The ${data.title.toLowerCase()} train the ${final.title} directly, by ${toFinal}.`,
    'Its reward is implicit: beta times the log of pi of y given x over pi ref of y given x.',
  ]
}
