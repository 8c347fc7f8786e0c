import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/human-eval.json'
import { present } from '../facts/tables.ts'
import { listComparisons } from './llama3-benchmark-human-eval.ts'
import type { Pair } from './llama3-benchmark-human-eval.ts'

const comparisons = listComparisons(data)

/** Returns the mean lead of Llama 3 405B over another model, in points as printed; negative where it is behind. */
export function meanLeadOver(name: string): number {
  const { meanLead } = present(
    comparisons.find((comparison) => comparison.name === name),
    `human-eval.json, ${name}`,
  )
  return Number(meanLead.toFixed(data.decimals))
}

/** Returns the capabilities against another model, from the one in which Llama 3 405B is most behind. */
export function rankLeads(name: string): Pair[] {
  const pairs = comparisons.flatMap((comparison) =>
    comparison.name === name ? comparison.pairs : [],
  )
  return pairs.toSorted((a, b) => a.lead - b.lead)
}

/** Finds where raters preferred another model most clearly, over all three models. */
export function findLargestGap(): Pair & { against: string } {
  const gaps = comparisons.flatMap(({ name, pairs }) =>
    pairs.map((pair) => ({ ...pair, against: name })),
  )
  return gaps.reduce((widest, gap) => (gap.lead < widest.lead ? gap : widest))
}

function figureFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'llama3-benchmark-human-eval', says, values, source: 'human-eval.json' }
}

function sharesFact(says: string, quantity: string, pair: Pair | undefined): Fact {
  const { win, loss } = present(pair, `human-eval.json, ${quantity}`)
  return figureFact(says, `${quantity}, in percent`, [win.percent, loss.percent])
}

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  figureFact('over {} capabilities', 'capabilities', [data.capabilities.length]),
  ...[
    { says: '{} points ahead of GPT-4,', name: 'GPT-4' },
    { says: '{} behind GPT-4o', name: 'GPT-4o' },
    { says: '{} behind Claude', name: 'Claude 3.5 Sonnet' },
  ].map(({ says, name }) =>
    figureFact(says, `mean lead over ${name}, in points`, [Math.abs(meanLeadOver(name))]),
  ),
  sharesFact('ahead on multiturn coding ({}% to {}%)', 'largest lead', rankLeads('GPT-4').at(-1)),
  sharesFact('multilingual prompts ({}% to {}%)', 'largest deficit', rankLeads('GPT-4')[0]),
  sharesFact('GPT-4o, {}% to {}%', 'shares of the largest gap', findLargestGap()),
]
