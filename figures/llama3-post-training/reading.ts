import { splitScientific } from '../parts/plot.ts'
import { oneLine } from '../parts/sentence.ts'
import { CLICKS, listArrows, listBoxes } from './llama3-post-training.ts'
import type { LoopKey, PostTrainingFacts } from './llama3-post-training.ts'

/** Training settings of one of the two finetuning stages of a round. */
export interface StageSettings {
  stage: 'SFT' | 'DPO'
  /** A number in the notation of ScriptText. */
  learningRate: string
  /** Further statements of the paper, as one phrase. */
  rest: string
  click: number
}

/** The training settings of the SFT and the DPO stage, in the order of a round. */
export function listSettings({ sft, dpo }: PostTrainingFacts): [StageSettings, StageSettings] {
  return [
    {
      stage: 'SFT',
      learningRate: formatRate(sft.learning_rate),
      rest: `${sft.steps_min / 1000}K to ${sft.steps_max / 1000}K steps`,
      click: CLICKS.sft,
    },
    {
      stage: 'DPO',
      learningRate: formatRate(dpo.learning_rate),
      rest: `β = ${dpo.beta}, NLL weight ${dpo.nll_coefficient}`,
      click: CLICKS.dpo,
    },
  ]
}

function formatRate(rate: number): string {
  const { base, exponent } = splitScientific(rate)
  return `${base}^{${exponent}}`
}

/** Lists the steps of a round as sentences, in reading order. */
export function listReading(facts: PostTrainingFacts): string[] {
  const boxes = listBoxes(facts)
  const name = (key: LoopKey): string => boxes[key].title
  const detail = (key: LoopKey): string => boxes[key].detail ?? ''
  const labels = new Map(
    listArrows().map(({ from, to, label = '' }) => [`${from} ${to}`, oneLine(label)]),
  )
  const label = (from: LoopKey, to: LoopKey): string => labels.get(`${from} ${to}`) ?? ''
  const [sft, dpo] = listSettings(facts).map(
    ({ stage, learningRate, rest }) =>
      `${stage} settings: learning rate ${learningRate.replace(/\^\{(.*)\}/, ' to the power $1')}, ${rest}.`,
  )
  return [
    `One of ${facts.rounds} rounds. ${name('prompts')} come first.`,
    `${name('earlierModels')} ${detail('earlierModels')} ${label('earlierModels', 'answers')}: ${name('answers')}, ${detail('answers')}.`,
    `${name('preferences')}, new each round: ${detail('preferences')}; ${label('preferences', 'rewardModel')} on them gives the ${name('rewardModel').toLowerCase()}.`,
    `The ${name('rewardModel').toLowerCase()} ${label('rewardModel', 'sampling')}: from the ${name('answers')}, ${name('sampling').toLowerCase()} ${detail('sampling')}.`,
    `What ${name('sampling').toLowerCase()} keeps is the ${name('sftData')}, new each round.`,
    `${label('sftData', 'sftModel')} on the ${name('sftData')} and ${label('capabilityData', 'sftModel')} on ${name('capabilityData')}, ${detail('capabilityData')}, give the ${name('sftModel')}. ${sft}`,
    `${label('sftModel', 'dpoModel')} of the ${name('sftModel')} on ${name('preferences').toLowerCase()} gives the ${name('dpoModel')}. ${dpo}`,
    `Then the ${label('dpoModel', 'earlierModels')}.`,
  ]
}
