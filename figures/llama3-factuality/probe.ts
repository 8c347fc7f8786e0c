/** A step of the knowledge probe, and the column of the examples under it. */
export interface ProbeStep {
  /** Left edge in CSS px from the body's left. */
  x: number
  /** Width in CSS px. */
  w: number
  title: string
  detail: string
}

/** The steps of section 4.3.6 in their order. */
export const PROBE_STEPS: readonly ProbeStep[] = [
  { x: 84, w: 148, title: 'Snippet', detail: 'from the\npre-training data' },
  { x: 248, w: 128, title: 'Question', detail: 'about a fact\nin the snippet' },
  { x: 392, w: 92, title: 'Answers', detail: 'sampled\nseveral times' },
  { x: 500, w: 86, title: 'Correct?', detail: 'each answer\nscored' },
  { x: 602, w: 104, title: 'Informative?', detail: 'each answer\nscored' },
  { x: 722, w: 112, title: 'Refusal', detail: 'if informative\nbut always wrong' },
]

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
