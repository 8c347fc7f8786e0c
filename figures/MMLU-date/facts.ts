import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/mmlu-timeline.json'

/** The models that the chart shows. */
export const charted = data.entries.filter((entry) => entry.use_in_chart)

/** Returns the gap when a model was released, in points, and the best closed and open scores behind it. */
function gapAt(model: string): [gap: number, closed: number, open: number] {
  const date = charted.find((entry) => entry.model === model)?.released ?? ''
  const [closed = 0, open = 0] = ['closed', 'open'].map((access) => {
    const known = charted.filter((entry) => entry.access === access && entry.released <= date)
    return Math.max(...known.map((entry) => entry.mmlu_percent))
  })
  return [Number((closed - open).toFixed(6)), closed, open]
}

function figureFact(says: string, quantity: string, values: number[]): Fact {
  return { quantity, image: 'MMLU-date', says, values, source: 'mmlu-timeline.json' }
}

const releases = charted.map(({ released }) => released).toSorted()
const yearOf = (date = ''): number => Number.parseInt(date, 10)

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  figureFact(
    'by release date, March {} to July {}',
    'years of the first and last model',
    [releases.at(0), releases.at(-1)].map(yearOf),
  ),
  figureFact('was {} points … ({} against {})', 'gap when GPT-4 came, in points', gapAt('GPT-4')),
  figureFact(
    'is {} points ({} against {})',
    'gap when Llama 3.1 405B came, in points',
    gapAt('Llama 3.1 405B'),
  ),
]
