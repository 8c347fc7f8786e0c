import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/human-eval-tools.json'
import { present } from '../facts/tables.ts'

/** Creates a fact of the wins and losses in a task. */
function taskFact(says: string, task: string): Fact {
  const [win, , loss] = present(
    data.rows.find((row) => row.task === task)?.values,
    `human-eval-tools.json, ${task}`,
  )
  return {
    quantity: `wins and losses in ${task}, in percent`,
    image: 'llama3-benchmark-human-eval-code',
    says,
    values: [present(win, task), present(loss, task)],
    source: 'human-eval-tools.json',
  }
}

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  taskFact('code execution ({}% to {}%)', 'Text-only code execution'),
  taskFact('plots ({}% to {}%)', 'Plots generation'),
  taskFact('file uploads ({}% to {}%)', 'File uploads'),
]
