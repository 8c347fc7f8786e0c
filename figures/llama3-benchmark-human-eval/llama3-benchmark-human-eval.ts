import { formatNumber } from '../parts/format-number.ts'

/** Parts of data/human-eval.json that the figure reads. */
export interface HumanEvaluation {
  decimals: number
  capabilities: readonly string[]
  comparisons: readonly {
    against: string
    win_percent: readonly number[]
    loss_percent: readonly number[]
  }[]
}

/** One bar of a pair. */
export interface PairBar {
  percent: number
  /** The share as printed. */
  text: string
  /** Whether it is the longer of the two. */
  leads: boolean
  /** Footnote mark behind the share. */
  mark?: string
}

/** One panel: Llama 3 against one other model. */
export interface Comparison {
  name: string
  /** Addition to the name, in brackets in the paper. */
  detail?: string
  /** One pair a capability, in the data's order. */
  pairs: { capability: string; win: PairBar; loss: PairBar }[]
  /** Number of capabilities with more wins than losses. */
  ahead: number
}

/** Capabilities under one heading; `index` is the one in the data. */
export interface CapabilityGroup {
  heading: string
  items: { label: string; index: number }[]
}

const MULTITURN = 'Multiturn '

/**
 * Lists one panel a comparison, with a win and a loss bar for each capability.
 *
 * @param marks - Footnote marks of wins, keyed like `GPT-4, Coding`.
 */
export function listComparisons(
  { decimals, capabilities, comparisons }: HumanEvaluation,
  marks: Readonly<Record<string, string>> = {},
): Comparison[] {
  return comparisons.map(({ against, win_percent: wins, loss_percent: losses }) => {
    const [, name = against, detail] = /^(.*?) \((.*)\)$/.exec(against) ?? []
    const pairs = capabilities.map((capability, at) => {
      const win = wins[at]
      const loss = losses[at]
      if (win === undefined || loss === undefined) {
        throw new RangeError(`human-eval.json: no "${capability}" against ${against}.`)
      }
      return {
        capability,
        win: {
          percent: win,
          text: formatNumber(win, decimals),
          leads: win > loss,
          mark: marks[`${name}, ${capability}`],
        },
        loss: { percent: loss, text: formatNumber(loss, decimals), leads: loss > win },
      }
    })
    return { name, detail, pairs, ahead: pairs.filter(({ win }) => win.leads).length }
  })
}

/** Groups the capabilities by turns, one or several, each group in the data's order. */
export function groupCapabilities(capabilities: readonly string[]): CapabilityGroup[] {
  const items = capabilities.map((capability, index) => ({ capability, index }))
  const isMultiturn = ({ capability }: { capability: string }): boolean =>
    capability.startsWith(MULTITURN)
  return [
    {
      heading: 'Single turn',
      items: items
        .filter((item) => !isMultiturn(item))
        .map(({ capability, index }) => ({ label: capability, index })),
    },
    {
      heading: 'Multiturn',
      items: items
        .filter(isMultiturn)
        .map(({ capability, index }) => ({ label: capability.slice(MULTITURN.length), index })),
    },
  ]
}

/** Returns the end of the axis: the next multiple of ten at or above the largest share. */
export function largestTick({ comparisons }: HumanEvaluation): number {
  const shares = comparisons.flatMap((comparison) => [
    ...comparison.win_percent,
    ...comparison.loss_percent,
  ])
  return Math.ceil(Math.max(...shares) / 10) * 10
}
