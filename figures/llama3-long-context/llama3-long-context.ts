import { formatKiloTokens } from '../parts/format-number.ts'
import type { Point } from '../parts/geometry.ts'
import { joinWords, oneLine } from '../parts/sentence.ts'

/** Numbers of data/training-facts.json (long_context) that the figure shows. */
export interface LongContextFacts {
  chunk_tokens: number
  code_dependency_min_referencing_files: number
  length_buckets_tokens: number[]
  synthetic_share_of_mix_percent: number
}

/** Top edge and height of the steps in CSS px, the same in all lanes. */
const ROWS = {
  source: { y: 34, h: 24 },
  prepare: { y: 68, h: 66 },
  make: { y: 144, h: 70 },
  example: { y: 224, h: 58 },
} as const

/** Place of the bar in which all lanes end, and the click that brings it. */
export const BAR = { y: 304, h: 53, click: 3 } as const

/** A step of a lane. */
export interface LaneStep {
  /** Top edge in CSS px from the body's top. */
  y: number
  /** Height in CSS px. */
  h: number
  kind: 'data' | 'process'
  /** Schematic picture above the text. */
  icon?: 'pieces' | 'picked' | 'summary' | 'imports' | 'removal'
  /** Model that does the step, the first words of its text. */
  model?: string
  text: string
  /** What the model is to learn, the last words of the text. */
  target?: string
}

/** The steps of one way from a source to a training example. */
export interface Lane {
  /** Left edge in CSS px from the body's left. */
  x: number
  title: string
  /** From the source to the example, from top to bottom. */
  steps: readonly LaneStep[]
  /** Click that brings it; the first lane is there from the start. */
  click?: number
}

/** Lists the three lanes from left to right. */
export function listLanes(facts: LongContextFacts): Lane[] {
  const piece = formatKiloTokens(facts.chunk_tokens)
  return [
    {
      x: 0,
      title: 'Question answering',
      steps: [
        { ...ROWS.source, kind: 'data', text: 'Long document' },
        {
          ...ROWS.prepare,
          kind: 'process',
          icon: 'pieces',
          text: `Cut into pieces of ${piece} tokens`,
        },
        {
          ...ROWS.make,
          kind: 'process',
          icon: 'picked',
          model: 'Earlier Llama 3',
          text: 'writes Q&A on random pieces',
        },
        {
          ...ROWS.example,
          kind: 'data',
          text: 'Full document +',
          target: 'one question\nand its answer',
        },
      ],
    },
    {
      x: 112,
      title: 'Summarization',
      steps: [
        { ...ROWS.source, kind: 'data', text: 'Long document' },
        {
          ...ROWS.prepare,
          kind: 'process',
          icon: 'pieces',
          model: 'Llama 3',
          text: `sums up each ${piece} piece`,
        },
        {
          ...ROWS.make,
          kind: 'process',
          icon: 'summary',
          model: 'Llama 3',
          text: 'writes a summary of the summaries',
        },
        {
          ...ROWS.example,
          kind: 'data',
          text: 'Full document +',
          target: 'summary, Q&A\non the whole',
        },
      ],
      click: 1,
    },
    {
      x: 224,
      title: 'Code reasoning',
      steps: [
        { ...ROWS.source, kind: 'data', text: 'Python repo' },
        { ...ROWS.prepare, kind: 'process', icon: 'imports', text: 'Read imports: who uses what' },
        {
          ...ROWS.make,
          kind: 'process',
          icon: 'removal',
          text: `Remove a file that ${facts.code_dependency_min_referencing_files}+ others depend on`,
        },
        {
          ...ROWS.example,
          kind: 'data',
          text: 'Repo without it +',
          target: 'files using it\nand its code',
        },
      ],
      click: 2,
    },
  ]
}

/** Lists the lanes and their end as sentences, in reading order. */
export function listReading(facts: LongContextFacts): string[] {
  const lanes = listLanes(facts).map(({ title, steps }) => {
    const texts = steps.map(({ model, text, target }) =>
      oneLine([model, text, target].filter(Boolean).join(' ').replace(' +', ' plus')),
    )
    return `${title}: ${texts.join('. ')}.`
  })
  const lengths = joinWords(facts.length_buckets_tokens.map(formatKiloTokens))
  return [
    ...lanes,
    `All three end in long-context SFT data: ${facts.synthetic_share_of_mix_percent}% of the mix, in lengths of ${lengths} tokens.`,
  ]
}

/**
 * Spreads the files of the dependency graph evenly in one row.
 *
 * @param count - Number of files.
 * @param widthPx - Width of the graph; the outer files are half a gap from its edges.
 * @param y - Height of the row in CSS px.
 */
export function spreadFiles(count: number, widthPx: number, y: number): Point[] {
  return Array.from({ length: count }, (_, index) => [(widthPx * (index + 0.5)) / count, y])
}
