import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/benchmarks-key.json'
import { LLAMA_405B, LLAMA_70B, LLAMA_8B } from '../facts/scores.ts'
import { leaders, present } from '../facts/tables.ts'
import type { Scores } from '../facts/tables.ts'

/** Returns the scores of all models in a row of Table 2, in percent. */
export function scoresOf(benchmark: string): Scores {
  return toScores(data.rows.find((row) => row.benchmark === benchmark)?.scores_percent ?? [])
}

/** Counts the rows of Table 2 in which a model is the best of its size class, ties included. */
export function countLeads(model: string): number {
  const sizeClass = data.models.find(({ name }) => name === model)?.size_class
  const rivals = new Set(
    data.models.filter((rival) => rival.size_class === sizeClass).map(({ name }) => name),
  )
  return data.rows.filter(({ scores_percent: scores }) =>
    leaders(toScores(scores), (name) => rivals.has(name)).includes(model),
  ).length
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
  figureFact('of {} models', 'models', [data.models.length]),
  figureFact('on {} benchmarks', 'benchmarks', [data.rows.length]),
  figureFact(
    'in {} rows at 8B and {} at 70B; the 405B model leads {} rows',
    'rows that each model leads in its class',
    [LLAMA_8B, LLAMA_70B, LLAMA_405B].map(countLeads),
  ),
  figureFact('GSM8K with {}%', 'GSM8K of the flagship, in percent', [
    present(scoresOf('GSM8K').get(LLAMA_405B), 'GSM8K'),
  ]),
]
