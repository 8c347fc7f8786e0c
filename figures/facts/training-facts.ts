import facts from '../data/training-facts.json'
import { present } from './tables.ts'

const { stages } = facts.pretraining

/** Name of the data file, for the source of a fact. */
export const TRAINING_FACTS = 'training-facts.json'
/** The part of it on the stages of pre-training. */
export const STAGES = `${TRAINING_FACTS} (pretraining.stages)`

/** Returns a stage of pre-training, whose keys differ from stage to stage. */
export function stageOf(name: string): Readonly<Record<string, unknown>> {
  return present(
    stages.find((stage) => stage.name === name),
    `${STAGES}, ${name}`,
  )
}

/** Returns a number that a stage of pre-training gives. */
export function stageNumber(name: string, key: string): number {
  return Number(present(stageOf(name)[key], `${STAGES}, ${name}, ${key}`))
}

/** Tokens of the longest context. */
export const LONGEST_CONTEXT = stageNumber('long-context pre-training', 'context_to_tokens')
