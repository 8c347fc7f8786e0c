import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/exams.json'
import { LLAMA_405B } from '../facts/scores.ts'
import { present } from '../facts/tables.ts'

/** Returns the score of a model in an exam and the half-width of its interval, in percent. */
export function scoreOf(exam: string, model: string): [score: number, halfWidth: number] {
  const row = data.rows.find((entry) => entry.exam === exam)
  const at = data.models.indexOf(model)
  const place = `exams.json, ${exam}, ${model}`
  return [present(row?.values[at], place), present(row?.ci95_half_width[at], place)]
}

function figureFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark-exam', says, values, source: 'exams.json' }
}

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  figureFact('average of {} AP exams', 'AP exams', [data.facts.ap_exam_count]),
  figureFact(
    '405B reaches {} ± {}',
    'AP average of the flagship',
    scoreOf('AP Average', LLAMA_405B),
  ),
  figureFact('GPT-4o ({})', 'AP average of GPT-4o', scoreOf('AP Average', 'GPT-4o').slice(0, 1)),
  figureFact(
    'Sonnet ({})',
    'AP average of Claude 3.5 Sonnet',
    scoreOf('AP Average', 'Claude 3.5 Sonnet').slice(0, 1),
  ),
  figureFact(
    'LSAT it leads with {}',
    'LSAT of the flagship',
    scoreOf('LSAT', LLAMA_405B).slice(0, 1),
  ),
]
