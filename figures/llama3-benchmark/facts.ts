import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/benchmarks-key.json'
import { LLAMA_405B, LLAMA_70B, LLAMA_8B } from '../facts/scores.ts'
import { leaders, present } from '../facts/tables.ts'
import type { Scores } from '../facts/tables.ts'
import { LEFT_OUT, omitModel } from './llama3-benchmark.ts'

/** Returns the scores of all models in a row of Table 2, in percent. */
export function scoresOf(benchmark: string): Scores {
  return toScores(data.rows.find((row) => row.benchmark === benchmark)?.scores_percent ?? [])
}

/** Rows of Table 2 in which a model and a rival of its size class have a score, and those that the model leads. */
export interface Leads {
  /** Ties included. */
  leads: number
  contested: number
}

/** Counts the leads of a model in its size class. */
export function countLeads(model: string): Leads {
  const sizeClass = data.models.find(({ name }) => name === model)?.size_class
  const rivals = new Set(
    data.models.filter((rival) => rival.size_class === sizeClass).map(({ name }) => name),
  )
  const contested = data.rows
    .map(({ scores_percent: scores }) => toScores(scores))
    .filter((scores) => {
      const inClass = [...scores].filter(([name, score]) => rivals.has(name) && score !== null)
      return inClass.length > 1 && inClass.some(([name]) => name === model)
    })
  return {
    leads: contested.filter((scores) => leaders(scores, (name) => rivals.has(name)).includes(model))
      .length,
    contested: contested.length,
  }
}

function toScores(values: readonly (number | null)[]): Scores {
  return new Map(data.models.map(({ name }, at) => [name, values[at] ?? null]))
}

function figureFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark', says, values, source: 'benchmarks-key.json' }
}

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  figureFact('Table {} of the paper', 'number of the table', [
    Number(/\d+/.exec(data.source.where)?.[0]),
  ]),
  figureFact('of {} models', 'models that are shown', [omitModel(data, LEFT_OUT).models.length]),
  figureFact('on {} benchmarks', 'benchmarks', [data.rows.length]),
  figureFact(
    'in {} of {} rows at 8B and {} of {} at 70B',
    'rows that the smaller models lead in their class',
    [LLAMA_8B, LLAMA_70B].map(countLeads).flatMap(({ leads, contested }) => [leads, contested]),
  ),
  figureFact(
    '405B model leads {} of {}',
    'rows that the flagship leads in its class',
    [countLeads(LLAMA_405B)].flatMap(({ leads, contested }) => [leads, contested]),
  ),
  figureFact('GSM8K with {}%', 'GSM8K of the flagship, in percent', [
    present(scoresOf('GSM8K').get(LLAMA_405B), 'GSM8K'),
  ]),
]
