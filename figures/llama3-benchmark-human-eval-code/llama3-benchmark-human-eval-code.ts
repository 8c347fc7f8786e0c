import { formatLead, formatNumber } from '../parts/format-number.ts'
import { joinWords } from '../parts/sentence.ts'

/** Parts of data/human-eval-tools.json that the figure reads. */
export interface ToolEvaluation {
  decimals: number
  rows: readonly { task: string; values: readonly number[] }[]
}

/** Verdict of the raters: for Llama 3, for neither, for the other model. */
export type Judgement = 'win' | 'tie' | 'loss'

/** The order of the values in a row, and of the segments of a bar. */
const JUDGEMENTS: readonly Judgement[] = ['win', 'tie', 'loss']

/** A part of a bar, in percent of the prompts. */
export interface Segment {
  judgement: Judgement
  start: number
  end: number
  /** The share as printed. */
  text: string
  /** Whether it is the larger of win and loss. */
  leads: boolean
}

/** One bar: a task with its three segments. */
export interface TaskBar {
  task: string
  segments: Segment[]
  /** Win minus loss, in percentage points. */
  lead: number
  /** The lead with its sign. */
  leadText: string
}

/**
 * Lists one stacked bar a task, in the paper's order.
 *
 * @throws {RangeError} when a row does not have three values that add up to 100.
 */
export function listTasks({ decimals, rows }: ToolEvaluation): TaskBar[] {
  return rows.map(({ task, values }) => {
    const sum = values.reduce((total, value) => total + value, 0)
    if (values.length !== JUDGEMENTS.length || Math.abs(sum - 100) > 0.05) {
      throw new RangeError(
        `human-eval-tools.json: "${task}" has the values ${values.join(', ')}. ` +
          'A win, a tie and a loss share that add up to 100 were expected.',
      )
    }
    const [win = 0, tie = 0, loss = 0] = values
    const ends = { win, tie: win + tie, loss: 100 }
    const starts = { win: 0, tie: win, loss: win + tie }
    const shares = { win, tie, loss }
    const lead = win - loss
    return {
      task,
      segments: JUDGEMENTS.map((judgement) => ({
        judgement,
        start: starts[judgement],
        end: ends[judgement],
        text: formatNumber(shares[judgement], decimals),
        leads: judgement === (lead > 0 ? 'win' : 'loss'),
      })),
      lead,
      leadText: formatLead(lead, decimals),
    }
  })
}

/** Says in one line in which tasks which of the two models is preferred. */
export function describeTasks(
  tasks: readonly Pick<TaskBar, 'task' | 'lead'>[],
  llama: string,
  rival: string,
): string {
  const name = (isLed: (lead: number) => boolean): string =>
    joinWords(tasks.filter(({ lead }) => isLed(lead)).map(({ task }) => lowerFirst(task)))
  const won = name((lead) => lead > 0)
  return `${llama} is preferred on ${won}, ${rival} on ${name((lead) => lead < 0)}`
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
