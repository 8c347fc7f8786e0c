import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/human-eval.json'

/** Counts the capabilities in which raters preferred Llama 3 405B to a model more often than not. */
export function countWins(against: string): number {
  const { win_percent: wins = [], loss_percent: losses = [] } =
    data.comparisons.find((entry) => entry.against.startsWith(against)) ?? {}
  return wins.filter((win, at) => win > (losses[at] ?? 0)).length
}

/** Finds where raters preferred another model most clearly, over all three models. */
export function findLargestGap(): {
  against: string
  capability: string
  shares: [win: number, loss: number]
} {
  const gaps = data.comparisons.flatMap(({ against, win_percent: wins, loss_percent: losses }) =>
    data.capabilities.map((capability, at) => {
      const shares: [number, number] = [wins[at] ?? 0, losses[at] ?? 0]
      return { against, capability, shares }
    }),
  )
  const width = ([win, loss]: [number, number]): number => loss - win
  return gaps.reduce((widest, gap) => (width(gap.shares) > width(widest.shares) ? gap : widest))
}

function figureFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark-human-eval', says, values, source: 'human-eval.json' }
}

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  figureFact('in {} of {} capabilities against GPT-4', 'capabilities won against GPT-4', [
    countWins('GPT-4 (0125'),
    data.capabilities.length,
  ]),
  figureFact('in {} of {} against Claude', 'capabilities won against Claude 3.5 Sonnet', [
    countWins('Claude 3.5 Sonnet'),
    data.capabilities.length,
  ]),
  figureFact('GPT-4o, {}% to {}%', 'shares of the largest gap, in percent', [
    ...findLargestGap().shares,
  ]),
]
