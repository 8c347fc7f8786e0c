import type { Box, Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
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
}

/** Positions of boxes and panels; the checks are above the other two steps of the loop. */
export const PLACES = {
  problem: { x: 0, y: 10, w: 112, h: 106 },
  solution: { x: 134, y: 10, w: 112, h: 106 },
  checks: { x: 268, y: 2, w: 314, h: 122 },
  staticAnalysis: { x: 276, y: 29, w: 145, h: 87 },
  unitTests: { x: 429, y: 29, w: 145, h: 87 },
  decision: { x: 439.5, y: 159, w: 124, h: 76 },
  correction: { x: 282, y: 159, w: 133, h: 76 },
  kept: { x: 421, y: 263, w: 161, h: 44 },
  sftData: { x: 134, y: 263, w: 265, h: 44 },
  tuned: { x: 0, y: 263, w: 112, h: 44 },
  sisters: { x: 0, y: 327, w: 582, h: 40 },
} satisfies Record<string, Box>

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
      detail: 'in a given language,\nby good practice,\nexplained in\ncomments',
      step: 2,
    },
    staticAnalysis: {
      ...PLACES.staticAnalysis,
      kind: 'process',
      title: 'Static analysis',
      detail:
        'parser and linter find\nwrong syntax and types,\nmissing imports and\ninitial values, bad style',
    },
    unitTests: {
      ...PLACES.unitTests,
      kind: 'process',
      title: 'Unit tests',
      detail:
        'written by the model,\nrun in a container, find\nrun-time errors and\nsome semantic ones',
    },
    correction: {
      ...PLACES.correction,
      kind: 'bad',
      title: 'Feedback and\nself-correction',
      detail: 'the model repairs the\ncode or the tests',
      step: 5,
    },
    kept: {
      ...PLACES.kept,
      kind: 'good',
      title: 'Kept dialogs',
      detail: `about ${shortCount(facts.execution_feedback_dialogs_about)}`,
      amount: true,
      step: 6,
    },
    sftData: {
      ...PLACES.sftData,
      kind: 'data',
      title: 'Synthetic SFT data for code',
      detail: `three methods, more than ${shortCount(facts.synthetic_examples_more_than)} examples`,
      amount: true,
    },
    tuned: {
      ...PLACES.tuned,
      kind: 'model',
      title: 'Fine-tuning',
      detail: 'several rounds',
      step: 7,
    },
  }
}

/** Lists the two other ways of making code data. */
export function listSisters(facts: CodeFacts): Pick<CodeBox, 'title' | 'detail'>[] {
  return [
    {
      title: 'Translation between programming languages',
      detail: 'checked by parsing, compiling, running',
    },
    {
      title: `Backtranslation, about ${shortCount(facts.backtranslation_dialogs_about)} dialogs`,
      detail: 'code to text to code; the model compares',
    },
  ]
}

/** An arrow of the pipeline with its line and its label. */
export interface CodeArrow {
  from: CodeKey
  to: CodeKey
  points: Point[]
  label?: string
  labelAt?: Point
  tone?: 'good' | 'bad'
  /** Whether the arrow leads into the next round. */
  dashed?: boolean
}

/** Lists the arrows of the pipeline in the order of its steps. */
export function listArrows(): CodeArrow[] {
  const bottom = PLACES.checks.y + PLACES.checks.h
  const [sftX, sftBottom] = middleOf(PLACES.sftData, 'bottom')
  return [
    across('problem', 'solution'),
    across('solution', 'checks'),
    {
      from: 'checks',
      to: 'decision',
      points: [[middleOf(PLACES.unitTests, 'bottom')[0], bottom], middleOf(PLACES.decision, 'top')],
    },
    {
      from: 'decision',
      to: 'correction',
      points: [middleOf(PLACES.decision, 'left'), middleOf(PLACES.correction, 'right')],
      label: 'no',
      labelAt: [429, 187],
      tone: 'bad',
    },
    {
      from: 'correction',
      to: 'checks',
      points: [
        middleOf(PLACES.correction, 'top'),
        [middleOf(PLACES.staticAnalysis, 'bottom')[0], bottom],
      ],
      tone: 'bad',
    },
    {
      from: 'decision',
      to: 'kept',
      points: [middleOf(PLACES.decision, 'bottom'), middleOf(PLACES.kept, 'top')],
      label: 'yes',
      labelAt: [517, 249],
      tone: 'good',
    },
    across('kept', 'sftData', 'left', 'right'),
    across('sftData', 'tuned', 'left', 'right'),
    {
      from: 'sisters',
      to: 'sftData',
      points: [
        [sftX, PLACES.sisters.y],
        [sftX, sftBottom],
      ],
    },
    {
      from: 'tuned',
      to: 'problem',
      points: [middleOf(PLACES.tuned, 'top'), middleOf(PLACES.problem, 'bottom')],
      label: 'next round:\nthe better model\nwrites the data',
      labelAt: [56, 196],
      dashed: true,
    },
  ]
}

function across(
  from: CodeKey,
  to: CodeKey,
  start: 'left' | 'right' = 'right',
  end: 'left' | 'right' = 'left',
): CodeArrow {
  return { from, to, points: [middleOf(PLACES[from], start), middleOf(PLACES[to], end)] }
}
