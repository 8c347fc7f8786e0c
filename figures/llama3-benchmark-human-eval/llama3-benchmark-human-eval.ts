import { formatLead, formatNumber } from '../parts/format-number.ts'
import { joinWords } from '../parts/sentence.ts'

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

/** A share of the prompts, and as printed. */
export interface Share {
  percent: number
  text: string
}

/** One capability against one other model. */
export interface Pair {
  capability: string
  win: Share
  loss: Share
  /** Win minus loss, in percentage points. */
  lead: number
  /** The lead with its sign. */
  leadText: string
}

/** One panel: Llama 3 against one other model. */
export interface Comparison {
  name: string
  /** Addition to the name, in brackets in the paper. */
  detail?: string
  /** One pair a capability, in the data's order. */
  pairs: Pair[]
  /** Mean of the leads over the capabilities, each with the same weight. */
  meanLead: number
}

const MULTITURN = 'Multiturn '

/**
 * Lists one panel a comparison, with a win and a loss share for each capability.
 *
 * @throws {RangeError} when a comparison lacks a capability.
 */
export function listComparisons({
  decimals,
  capabilities,
  comparisons,
}: HumanEvaluation): Comparison[] {
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
        win: { percent: win, text: formatNumber(win, decimals) },
        loss: { percent: loss, text: formatNumber(loss, decimals) },
        lead: win - loss,
        leadText: formatLead(win - loss, decimals),
      }
    })
    const meanLead = pairs.reduce((sum, { lead }) => sum + lead, 0) / pairs.length
    return { name, detail, pairs, meanLead }
  })
}

/** Says in words how the leads of a comparison are spread: `−11.4 to +9.4`. */
export function describeSpread({ pairs }: Pick<Comparison, 'pairs'>, decimals: number): string {
  const leads = pairs.map(({ lead }) => lead)
  return `${formatLead(Math.min(...leads), decimals)} to ${formatLead(Math.max(...leads), decimals)}`
}

/** How a model does against another: the same in all capabilities, or mixed. */
type Standing = 'behind' | 'ahead' | 'mixed'

/**
 * Says in one line whom a model is behind or ahead of in all capabilities, and against whom its leads have both signs:
 * `405B is behind GPT-4o in all 7 capabilities, mixed against GPT-4`.
 */
export function describeStandings(
  model: string,
  comparisons: readonly { name: string; pairs: readonly Pick<Pair, 'lead'>[] }[],
): string {
  const namesOf = (standing: Standing): string =>
    joinWords(
      comparisons.filter(({ pairs }) => findStanding(pairs) === standing).map(({ name }) => name),
    )
  const [behind, ahead, mixed] = [namesOf('behind'), namesOf('ahead'), namesOf('mixed')]
  const inAll = `in all ${comparisons[0]?.pairs.length} capabilities`
  const standings = [
    behind && `behind ${behind} ${inAll}`,
    ahead && `ahead of ${ahead} ${inAll}`,
    mixed && `mixed against ${mixed}`,
  ]
  return `${model} is ${standings.filter(Boolean).join(', ')}`
}

/** A lead of 0 is neither ahead nor behind. */
function findStanding(pairs: readonly Pick<Pair, 'lead'>[]): Standing {
  if (pairs.every(({ lead }) => lead < 0)) {
    return 'behind'
  }
  return pairs.every(({ lead }) => lead > 0) ? 'ahead' : 'mixed'
}

/** Returns the index of the first multiturn capability, before which the rows have a gap. */
export function findFirstMultiturn(capabilities: readonly string[]): number {
  return capabilities.findIndex((capability) => capability.startsWith(MULTITURN))
}

/** Returns the end of the axis: the next multiple of ten at or above the largest share. */
export function largestTick({ comparisons }: HumanEvaluation): number {
  const shares = comparisons.flatMap((comparison) => [
    ...comparison.win_percent,
    ...comparison.loss_percent,
  ])
  return Math.ceil(Math.max(...shares) / 10) * 10
}
