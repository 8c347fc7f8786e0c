import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import benchmarks from '../data/benchmarks-key.json'
import code from '../data/code.json'
import exams from '../data/exams.json'
import toolTasks from '../data/human-eval-tools.json'
import humanEval from '../data/human-eval.json'
import longContext from '../data/long-context.json'
import multilingual from '../data/multilingual.json'
import toolUse from '../data/tool-use.json'
import {
  cell,
  charted,
  countLeads,
  countWins,
  exam,
  gapAt,
  largestGap,
  present,
  tableTwo,
} from './tables.ts'
import type { Table } from './tables.ts'

const OWN = ['Llama 3 8B', 'Llama 3 70B', 'Llama 3 405B'] as const
const [SMALL, MEDIUM, FLAGSHIP] = OWN

/** Scores in the alternative text of one figure, read from one table. */
function scoresOf(image: string, table: Table, file: string) {
  return (says: string, ...places: readonly (readonly [row: string, column: string])[]): Fact => ({
    quantity: places.map(([row, column]) => `${row}, ${column}`).join('; '),
    image,
    says,
    values: places.map(([row, column]) => cell(table, row, column)),
    source: file,
  })
}

const codeFact = scoresOf('llama3-benchmark-code', code.python, 'code.json')
const multilingualFact = scoresOf(
  'llama3-benchmark-multilingual',
  multilingual,
  'multilingual.json',
)
const longContextFact = scoresOf('llama3-benchmark-long-context', longContext, 'long-context.json')
const toolFact = scoresOf('llama3-benchmark-zero-shot-tool', toolUse, 'tool-use.json')

const MGSM = 'mgsm_0shot_cot_percent'
const MMLU = 'multilingual_mmlu_5shot_percent'

function examFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark-exam', says, values, source: 'exams.json' }
}

/** Wins and losses in the alternative text of a human evaluation, in percent. */
function taskFact(says: string, task: string): Fact {
  const [win, , loss] = present(
    toolTasks.rows.find((row) => row.task === task)?.values,
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

function evaluationFact(says: string, quantity: string, values: number[]): Fact {
  return {
    quantity,
    image: 'llama3-benchmark-human-eval',
    says,
    values,
    source: 'human-eval.json',
  }
}

function timelineFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'MMLU-date', says, values, source: 'mmlu-timeline.json' }
}

function tableTwoFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark', says, values, source: 'benchmarks-key.json' }
}

const releases = charted.map(({ released }) => released).toSorted()
const yearOf = (date = ''): number => Number.parseInt(date, 10)
const capabilities = humanEval.capabilities.length

/** Numbers of the results, all in alternative texts. */
export const resultFacts: readonly Fact[] = [
  tableTwoFact('Table {} of the paper', 'number of the table', [
    Number(/\d+/.exec(benchmarks.source.where)?.[0]),
  ]),
  tableTwoFact('of {} models', 'models', [benchmarks.models.length]),
  tableTwoFact('on {} benchmarks', 'benchmarks', [benchmarks.rows.length]),
  tableTwoFact(
    'in {} rows at 8B and {} at 70B; the 405B model leads {} rows',
    'rows that each model leads in its class',
    OWN.map(countLeads),
  ),
  tableTwoFact('GSM8K with {}%', 'GSM8K of the flagship, in percent', [
    present(tableTwo('GSM8K').get(FLAGSHIP), 'GSM8K'),
  ]),

  examFact('average of {} AP exams', 'AP exams', [exams.facts.ap_exam_count]),
  examFact('405B reaches {} ± {}', 'AP average of the flagship', exam('AP Average', FLAGSHIP)),
  examFact('GPT-4o ({})', 'AP average of GPT-4o', exam('AP Average', 'GPT-4o').slice(0, 1)),
  examFact(
    'Sonnet ({})',
    'AP average of Claude 3.5 Sonnet',
    exam('AP Average', 'Claude 3.5 Sonnet').slice(0, 1),
  ),
  examFact('LSAT it leads with {}', 'LSAT of the flagship', exam('LSAT', FLAGSHIP).slice(0, 1)),

  codeFact('({} on HumanEval', [SMALL, 'HumanEval']),
  codeFact("Gemma 2's {})", ['Gemma 2 9B', 'HumanEval']),
  codeFact('70B class ({})', [MEDIUM, 'HumanEval']),
  codeFact('405B model ({})', [FLAGSHIP, 'HumanEval']),
  codeFact('GPT-4o ({})', ['GPT-4o', 'HumanEval']),
  codeFact('Sonnet ({})', ['Claude 3.5 Sonnet', 'HumanEval']),
  {
    quantity: 'benchmarks',
    image: 'llama3-benchmark-code',
    says: 'all {} benchmarks',
    values: [code.python.columns.length],
    source: 'code.json',
  },

  multilingualFact('8B {}, 70B {})', [SMALL, MGSM], [MEDIUM, MGSM]),
  multilingualFact('Sonnet at {}', [FLAGSHIP, MGSM]),
  multilingualFact('GPT-4o ({})', ['GPT-4o', MMLU]),
  multilingualFact('405B ({})', [FLAGSHIP, MMLU]),

  longContextFact('QuALITY ({})', [FLAGSHIP, 'QuALITY']),
  longContextFact('En.MC ({})', [FLAGSHIP, 'En.MC']),
  longContextFact('En.QA ({} against {} for GPT-4o)', [MEDIUM, 'En.QA'], ['GPT-4o', 'En.QA']),
  longContextFact(
    'recall is {} for 405B against {} for GPT-4 and',
    [FLAGSHIP, 'Multi-needle'],
    ['GPT-4', 'Multi-needle'],
  ),

  toolFact('every class ({}, {}, {})', [SMALL, 'Nexus'], [MEDIUM, 'Nexus'], [FLAGSHIP, 'Nexus']),
  ...['API-Bank', 'BFCL', 'API-Bench'].map((benchmark) =>
    toolFact(
      `${benchmark} ({} against {})`,
      ['Claude 3.5 Sonnet', benchmark],
      [FLAGSHIP, benchmark],
    ),
  ),

  taskFact('code execution ({}% to {}%)', 'Text-only code execution'),
  taskFact('plots ({}% to {}%)', 'Plots generation'),
  taskFact('file uploads ({}% to {}%)', 'File uploads'),

  evaluationFact('in {} of {} capabilities against GPT-4', 'capabilities won against GPT-4', [
    countWins('GPT-4 (0125'),
    capabilities,
  ]),
  evaluationFact('in {} of {} against Claude', 'capabilities won against Claude 3.5 Sonnet', [
    countWins('Claude 3.5 Sonnet'),
    capabilities,
  ]),
  evaluationFact('GPT-4o, {}% to {}%', 'shares of the largest gap, in percent', [
    ...largestGap().shares,
  ]),

  timelineFact(
    'by release date, March {} to July {}',
    'years of the first and last model',
    [releases.at(0), releases.at(-1)].map(yearOf),
  ),
  timelineFact('was {} points … ({} against {})', 'gap when GPT-4 came, in points', gapAt('GPT-4')),
  timelineFact(
    'is {} points ({} against {})',
    'gap when Llama 3.1 405B came, in points',
    gapAt('Llama 3.1 405B'),
  ),
]
