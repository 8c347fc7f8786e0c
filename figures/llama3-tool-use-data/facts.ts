import type { Fact } from '../../addons/slidev-addon-lectern/checks/facts/fact.ts'
import data from '../data/training-facts.json'
import { TRAINING_FACTS } from '../facts/training-facts.ts'

const { tool_use: tools } = data

const TOOLS = `${TRAINING_FACTS} (tool_use)`

/** Numbers in the alternative text. */
export const facts: readonly Fact[] = [
  {
    quantity: 'share of dialogs dropped, in percent',
    image: 'llama3-tool-use-data',
    says: '{}% dropped',
    values: [tools.filtered_share_percent_about],
    source: TOOLS,
  },
  {
    quantity: 'file types',
    image: 'llama3-tool-use-data',
    says: 'uploads of {} types',
    values: [tools.file_types.length],
    source: TOOLS,
  },
]
