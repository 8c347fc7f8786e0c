import type { Point } from '../parts/geometry.ts'
import { middleOf } from '../parts/geometry.ts'
import { CLICKS, PLACES } from './llama3-code.ts'
import type { CodeKey } from './llama3-code.ts'

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
  click: number
}

/** Lists the arrows of the pipeline in the order of its steps. */
export function listArrows(): CodeArrow[] {
  const bottom = PLACES.checks.y + PLACES.checks.h
  const [sftX, sftBottom] = middleOf(PLACES.sftData, 'bottom')
  return [
    across(CLICKS.solution, 'problem', 'solution'),
    across(CLICKS.checks, 'solution', 'checks'),
    {
      from: 'checks',
      to: 'decision',
      points: [[middleOf(PLACES.unitTests, 'bottom')[0], bottom], middleOf(PLACES.decision, 'top')],
      click: CLICKS.decision,
    },
    {
      from: 'decision',
      to: 'correction',
      points: [middleOf(PLACES.decision, 'left'), middleOf(PLACES.correction, 'right')],
      label: 'no',
      labelAt: [431, 199],
      tone: 'bad',
      click: CLICKS.correction,
    },
    {
      from: 'correction',
      to: 'checks',
      points: [middleOf(PLACES.correction, 'top'), [middleOf(PLACES.correction, 'top')[0], bottom]],
      tone: 'bad',
      click: CLICKS.correction,
    },
    {
      from: 'decision',
      to: 'kept',
      points: [middleOf(PLACES.decision, 'bottom'), middleOf(PLACES.kept, 'top')],
      label: 'yes',
      labelAt: [522, 263],
      tone: 'good',
      click: CLICKS.kept,
    },
    across(CLICKS.sftData, 'kept', 'sftData', 'left', 'right'),
    across(CLICKS.tuned, 'sftData', 'tuned', 'left', 'right'),
    {
      from: 'sisters',
      to: 'sftData',
      points: [
        [sftX, PLACES.sisters.y],
        [sftX, sftBottom],
      ],
      click: CLICKS.sftData,
    },
    {
      from: 'tuned',
      to: 'problem',
      points: [middleOf(PLACES.tuned, 'top'), middleOf(PLACES.problem, 'bottom')],
      label: 'next round:\nthe better model\nwrites the data',
      labelAt: [61, 204],
      dashed: true,
      click: CLICKS.tuned,
    },
  ]
}

function across(
  click: number,
  from: CodeKey,
  to: CodeKey,
  start: 'left' | 'right' = 'right',
  end: 'left' | 'right' = 'left',
): CodeArrow {
  return { from, to, points: [middleOf(PLACES[from], start), middleOf(PLACES[to], end)], click }
}
