import { shortCount } from '../parts/plot.ts'
import { oneLine } from '../parts/sentence.ts'
import { listBoxes, listSisters } from './llama3-code.ts'
import type { BoxKey, CodeFacts } from './llama3-code.ts'

/** Name of the pipeline's third step. */
export const CHECKS = 'Execution feedback: two checks'

/** Question of the pipeline's fourth step. */
export const DECISION = 'All checks\npassed?'

/** Numbers of data/training-facts.json beside the boxes. */
export interface RemarkFacts {
  pretraining: { flagship_parameters: number }
  code: { self_corrected_share_percent_about: number }
}

/** Lists the remarks beside the boxes: how much is repaired, and why code is checked. */
export function listRemarks({ pretraining, code }: RemarkFacts): {
  repaired: { amount: string; rest: string }
  why: { question: string; answer: string }
} {
  const flagship = shortCount(pretraining.flagship_parameters)
  return {
    repaired: {
      amount: `about ${code.self_corrected_share_percent_about}%`,
      rest: 'of solutions\nwrong first, then repaired',
    },
    why: {
      question: 'Why check?',
      answer: `The ${flagship} model gains nothing from its own unchecked output, and can get worse.`,
    },
  }
}

/** Lists the steps of the pipeline as sentences, in reading order. */
export function listReading(facts: RemarkFacts & { code: CodeFacts }): string[] {
  const boxes = listBoxes(facts.code)
  const { repaired, why } = listRemarks(facts)
  const say = (key: BoxKey): string => `${oneLine(boxes[key].title)}: ${oneLine(boxes[key].detail)}`
  const sisters = listSisters(facts.code).map(({ title, detail }) => `${title}, ${detail}`)
  return [
    `1. ${say('problem')}.`,
    `2. ${say('solution')}.`,
    `3. ${CHECKS}. ${say('staticAnalysis')}. ${say('unitTests')}. ${why.question} ${why.answer}`,
    `4. ${oneLine(DECISION)}`,
    `5. If not, ${say('correction')}; it goes back to the checks, as ${repaired.amount} ${oneLine(repaired.rest)}.`,
    `6. If so, ${say('kept')}.`,
    `They are part of ${say('sftData')}. The two sister methods: ${sisters.join('; ')}.`,
    `7. ${say('tuned')}. In the next round, the better model writes the data.`,
  ]
}
