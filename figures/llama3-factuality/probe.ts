import { oneLine } from '../parts/sentence.ts'

/** A step of the knowledge probe, and the column of the examples under it. */
export interface ProbeStep {
  /** Left edge in CSS px from the body's left. */
  x: number
  /** Width in CSS px. */
  w: number
  title: string
  detail: string
}

/** The steps of section 4.3.6 in their order. Each but the first comes with a click of its own. */
export const PROBE_STEPS: readonly ProbeStep[] = [
  { x: 84, w: 150, title: 'Snippet', detail: 'from the\npre-training data' },
  { x: 250, w: 126, title: 'Question', detail: 'about a fact\nin the snippet' },
  { x: 392, w: 90, title: 'Answers', detail: 'sampled\nseveral times' },
  { x: 498, w: 94, title: 'Correct?', detail: 'each answer\nscored' },
  { x: 608, w: 100, title: 'Informative?', detail: 'each answer\nscored' },
  { x: 724, w: 110, title: 'Refusal', detail: 'if informative\nbut always wrong' },
]

/** The model that does all steps but the first. */
export const PROBE_MODEL = 'Llama 3 does this itself'

/** Index of the step that compares the answers with the snippet, counted from 0. */
export const JUDGE_INDEX = 3

/** Label of the arrow from the snippet to the comparison. */
export const REFERENCE = 'the snippet is the reference'

/** One question to Llama 3, its answers and the outcome. */
export interface ProbeExample {
  /** Whether all answers are right; if not, all are wrong. */
  known: boolean
  label: string
  snippet: string
  question: string
  answers: readonly string[]
  outcome: string
}

/** Our own examples; the place and the people of the second are invented. */
export const PROBE_EXAMPLES: readonly ProbeExample[] = [
  {
    known: true,
    label: 'Llama 3 knows it',
    snippet: '“… Emma, the novel by\nJane Austen …”',
    question: '“Who wrote Emma?”',
    answers: ['Jane Austen', 'Jane Austen', 'Jane Austen'],
    outcome: 'No refusal:\nkeeps answering',
  },
  {
    known: false,
    label: 'Llama 3 does not',
    snippet: '“… the pier of Port Alder,\nbuilt by Ida Brandt …”',
    question: '“Who built the pier\nof Port Alder?”',
    answers: ['Karl Voss', 'Anna Lund', 'Tom Reed'],
    outcome: '“I do not know\nwho built it.”',
  },
]

/** Verdicts on every answer of an example: whether it is right, and whether it is informative. */
export function listVerdicts({ known }: ProbeExample): {
  correct: { glyph: 'check' | 'cross'; text: string }
  informative: { glyph: 'check'; text: string }
} {
  return {
    correct: known ? { glyph: 'check', text: 'right' } : { glyph: 'cross', text: 'wrong' },
    informative: { glyph: 'check', text: 'yes' },
  }
}

/** Lists the steps and both examples as sentences, in reading order. */
export function listReading(): string[] {
  return [
    ...PROBE_STEPS.map(({ title, detail }, index) => {
      const reference = index === JUDGE_INDEX ? `; ${REFERENCE}` : ''
      const mark = title.endsWith('?') ? '' : ':'
      return `${index + 1}. ${title}${mark} ${oneLine(detail)}${reference}.`
    }),
    `All but the first: ${PROBE_MODEL}.`,
    ...PROBE_EXAMPLES.map(readExample),
  ]
}

function readExample(example: ProbeExample): string {
  const { label, snippet, question, answers, outcome } = example
  const { correct } = listVerdicts(example)
  const given = [...new Set(answers)].join(', ')
  return `Example, ${label}: from the snippet ${oneLine(snippet)} comes the question ${oneLine(question)} All ${answers.length} answers are informative and ${correct.text}: ${given}. The outcome: ${oneLine(outcome)}${outcome.endsWith('”') ? '' : '.'}`
}
