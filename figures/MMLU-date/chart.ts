import { scaleLinear, scaleUtc } from 'd3-scale'

import { linePath } from '../parts/plot.ts'
import type { PlotTick } from '../parts/plot.ts'
import { findLabel } from './labels.ts'
import type { LabelPosition } from './labels.ts'
import { findGap, findModel, findRecords, listQuarters, stepLine } from './MMLU-date.ts'
import type { Access, Gap, TimelineModel } from './MMLU-date.ts'

/** Size of the plot area in CSS px; labels of the last models extend to its right. */
export const PLOT = { width: 404, height: 252 }

/** The part of the plot below the break of the axis, in CSS px, and the lowest score above it. */
export const BREAK = { height: 32, percent: 60 }

/** Height of the scores below the break, in CSS px above the axis. */
const BELOW_BREAK = 9

const START = new Date('2022-03-01T00:00:00Z')
const END = new Date('2024-08-01T00:00:00Z')

const x = scaleUtc([START, END], [0, PLOT.width])
const scale = scaleLinear([BREAK.percent, 92], [PLOT.height - BREAK.height, 0])

/** Returns the height of a score in CSS px from the top; those below the break share one. */
function y(percent: number): number {
  return percent < BREAK.percent ? PLOT.height - BELOW_BREAK : scale(percent)
}

/** Ticks of the time axis. */
export const X_TICKS: PlotTick[] = listQuarters(START, END).map(({ date, label }) => ({
  at: x(date),
  label,
}))

/** Ticks of the scores. */
export const Y_TICKS: PlotTick[] = [60, 70, 80, 90].map((value) => ({
  at: y(value),
  label: String(value),
}))

/** A model's mark and label. */
export interface ChartMark extends TimelineModel {
  x: number
  y: number
  /** The label's text with its position in CSS px. */
  label: { x: number; y: number; anchor: LabelPosition['anchor']; text: string }
}

/** A gap between the lines, drawn as a bracket. */
export interface ChartGap extends Gap {
  x: number
  top: number
  bottom: number
}

/** What comes in one step of the timeline. */
export interface ChartPhase {
  /** Number of the step; none for what is there from the start. */
  step?: number
  lines: { access: Access; path: string }[]
  marks: ChartMark[]
  gap?: ChartGap
}

/** The first gap that is shown: when GPT-4 came. */
export const FIRST_RIVAL = 'GPT-4'

/** The last gap that is shown: when the talk's model came. */
export const LAST_MODEL = 'Llama 3.1 405B'

/** Models whose labels give their scores: those of the two gaps, and the one below the break. */
export function findScored(models: readonly TimelineModel[]): TimelineModel[] {
  const gaps = [FIRST_RIVAL, LAST_MODEL].map((name) =>
    findGap(models, findModel(models, name).date),
  )
  const best = new Set(gaps.flatMap(({ closed, open }) => [closed, open]))
  return models.filter(({ percent }) => best.has(percent) || percent < BREAK.percent)
}

/** Returns the places of the break in CSS px: at the axis, and at the records that cross it. */
export function listBreaks(models: readonly TimelineModel[]): number[] {
  const crossings = (['closed', 'open'] as const).flatMap((access) =>
    findRecords(models, access).filter(
      ({ percent }, index, records) =>
        percent >= BREAK.percent && (records[index - 1]?.percent ?? percent) < BREAK.percent,
    ),
  )
  return [0, ...crossings.map(({ date }) => x(date))]
}

/**
 * Lays out the timeline in three parts: until GPT-4 came, the year after it with the gap that it opened, and
 * what followed, with the gap that is left.
 */
export function layOutPhases(models: readonly TimelineModel[]): ChartPhase[] {
  const rival = findModel(models, FIRST_RIVAL).date
  const yearAfter = new Date(Date.UTC(rival.getUTCFullYear() + 1, 0))
  const cuts = [START, rival, yearAfter, END]
  const scored = findScored(models)
  const gaps = [
    undefined,
    layOutGap(findGap(models, rival), rival, 5),
    layOutGap(findGap(models, findModel(models, LAST_MODEL).date), END, 7),
  ]
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index] ?? START
    return {
      step: index === 0 ? undefined : index,
      lines: (['closed', 'open'] as const).map((access) => ({
        access,
        path: linePath(
          stepLine(findRecords(models, access), from, until).map(([date, percent]) => [
            x(date),
            y(percent),
          ]),
        ),
      })),
      marks: models
        .filter(({ date }) => date >= from && date < until)
        .map((model) => layOutMark(model, scored.includes(model))),
      gap: gaps[index],
    }
  })
}

function layOutMark(model: TimelineModel, isScored: boolean): ChartMark {
  const [left, top] = [x(model.date), y(model.percent)]
  const { dx, dy, anchor } = findLabel(model.model)
  const text = isScored ? `${model.model} ${model.percent.toFixed(1)}` : model.model
  return { ...model, x: left, y: top, label: { x: left + dx, y: top + dy, anchor, text } }
}

/** Places a gap beside a date, `right` in CSS px from it. */
function layOutGap(gap: Gap, at: Date, right: number): ChartGap {
  return { ...gap, x: x(at) + right, top: y(gap.closed), bottom: y(gap.open) }
}
