import type { Box } from '../parts/geometry.ts'
import { shortCount } from '../parts/plot.ts'

/** Numbers of data/training-facts.json (code) that the boxes show. */
export interface CodeFacts {
  synthetic_examples_more_than: number
  execution_feedback_dialogs_about: number
  backtranslation_dialogs_about: number
}

/** A box of the pipeline: data (tinted), model (dark), process (outlined) or an outcome. */
export interface CodeBox extends Box {
  kind: 'data' | 'model' | 'process' | 'good' | 'bad'
  title: string
  detail: string
  /** Number of the step; the two checks share step 3, whose number is on their panel. */
  step?: number
  /** Whether the detail is an amount that the speaker points at. */
  amount?: boolean
  /** Click that brings it; the first step is there from the start. */
  click?: number
}

/** Positions of boxes and panels; the checks are above the other two steps of the loop. */
export const PLACES = {
  problem: { x: 0, y: 10, w: 122, h: 114 },
  solution: { x: 140, y: 10, w: 118, h: 114 },
  checks: { x: 276, y: 2, w: 306, h: 130 },
  staticAnalysis: { x: 284, y: 30, w: 146, h: 94 },
  unitTests: { x: 438, y: 30, w: 136, h: 94 },
  decision: { x: 442, y: 170, w: 128, h: 80 },
  correction: { x: 284, y: 171, w: 134, h: 78 },
  kept: { x: 430, y: 276, w: 152, h: 44 },
  sftData: { x: 140, y: 276, w: 272, h: 44 },
  tuned: { x: 0, y: 276, w: 122, h: 44 },
  sisters: { x: 0, y: 340, w: 582, h: 42 },
} satisfies Record<string, Box>

/** Clicks that bring the steps after the first, with what leads to each. */
export const CLICKS = {
  solution: 1,
  checks: 2,
  decision: 3,
  correction: 4,
  kept: 5,
  sftData: 6,
  tuned: 7,
} as const

/** Key of a position. */
export type CodeKey = keyof typeof PLACES

/** Key of a box; the rest are panels and the decision's rhombus. */
export type BoxKey = Exclude<CodeKey, 'checks' | 'decision' | 'sisters'>

/** Lists the boxes of the pipeline in the order of their steps. */
export function listBoxes(facts: CodeFacts): Record<BoxKey, CodeBox> {
  return {
    problem: {
      ...PLACES.problem,
      kind: 'data',
      title: 'Problem descriptions',
      detail: 'seeded by random\nsnippets, on many\nand rare topics',
      step: 1,
    },
    solution: {
      ...PLACES.solution,
      kind: 'data',
      title: 'Solution',
      detail: 'in a given\nlanguage, by good\npractice, explained\nin comments',
      step: 2,
      click: CLICKS.solution,
    },
    staticAnalysis: {
      ...PLACES.staticAnalysis,
      kind: 'process',
      title: 'Static analysis',
      detail:
        'parser and linter find\nwrong syntax and types,\nmissing imports and\ninitial values, bad style',
      click: CLICKS.checks,
    },
    unitTests: {
      ...PLACES.unitTests,
      kind: 'process',
      title: 'Unit tests',
      detail:
        'written by the model,\nrun in a container, find\nrun-time errors and\nsome semantic ones',
      click: CLICKS.checks,
    },
    correction: {
      ...PLACES.correction,
      kind: 'bad',
      title: 'Feedback and\nself-correction',
      detail: 'the model repairs the\ncode or the tests',
      step: 5,
      click: CLICKS.correction,
    },
    kept: {
      ...PLACES.kept,
      kind: 'good',
      title: 'Kept dialogs',
      detail: `about ${shortCount(facts.execution_feedback_dialogs_about)}`,
      amount: true,
      step: 6,
      click: CLICKS.kept,
    },
    sftData: {
      ...PLACES.sftData,
      kind: 'data',
      title: 'Synthetic SFT data for code',
      detail: `three methods, more than ${shortCount(facts.synthetic_examples_more_than)} examples`,
      amount: true,
      click: CLICKS.sftData,
    },
    tuned: {
      ...PLACES.tuned,
      kind: 'model',
      title: 'Finetuned model',
      detail: 'several rounds',
      step: 7,
      click: CLICKS.tuned,
    },
  }
}

/** Lists the two other ways of making code data. */
export function listSisters(facts: CodeFacts): Pick<CodeBox, 'title' | 'detail'>[] {
  return [
    {
      title: 'Programming language translation',
      detail: 'checked by parsing, compiling, running',
    },
    {
      title: `Backtranslation, about ${shortCount(facts.backtranslation_dialogs_about)} dialogs`,
      detail: 'code to text to code; the model compares',
    },
  ]
}
