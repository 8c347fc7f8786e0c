import type { Tool } from '../contestants/contestant.ts'
import type { MeasureId } from './measures.ts'
import type { Results } from './results.ts'
import { ratioOf, summarize } from './statistics.ts'

/** Statistic of several runs that a goal looks at. */
type Statistic = 'median' | 'p95' | 'max'

/** A limit for this deck. */
export interface Goal {
  label: string
  measure: MeasureId
  /** @default 'median' */
  statistic?: Statistic
  /** Largest value allowed in the measure's unit, or the largest ratio when `against` is given. */
  atMost: number
  /** Denominator of the ratio; absent: the value itself is judged. */
  against?: { tool: Exclude<Tool, 'ours'> } | { measure: MeasureId }
  /** Measure of the peers, where it differs from `measure`. */
  peers?: MeasureId
}

/** Result of judging a goal. */
export interface GoalState {
  goal: Goal
  /** The statistic, by tool. */
  values: Partial<Record<Tool, number>>
  /** Ratio or value that is compared with the limit; `undefined` where it was not measured. */
  reached?: number
  isMet?: boolean
}

/** Goals of this deck, in the order of the report. */
export const GOALS: readonly Goal[] = [
  {
    label: 'first slide painted, CPU 4x + 4G',
    measure: 'first-slide.4g',
    against: { tool: 'stock' },
    atMost: 0.3,
  },
  {
    label: 'first slide painted, CPU 4x + 4G',
    measure: 'first-slide.4g',
    against: { tool: 'marp' },
    atMost: 0.7,
  },
  {
    label: 'first slide painted, CPU 4x + fast 3G',
    measure: 'first-slide.3g',
    against: { tool: 'stock' },
    atMost: 0.15,
  },
  {
    label: 'first slide painted, CPU 4x + fast 3G',
    measure: 'first-slide.3g',
    against: { tool: 'marp' },
    atMost: 0.8,
  },
  { label: 'bytes before the first slide, 4G', measure: 'bytes-before.4g', atMost: 12 },
  {
    label: 'script on first load',
    measure: 'script.opened',
    against: { tool: 'stock' },
    atMost: 0.65,
  },
  {
    label: 'all transferred, nothing pressed',
    measure: 'bytes.left',
    against: { tool: 'stock' },
    atMost: 0.35,
  },
  { label: 'layout shift, first load', measure: 'first-shift.4g', statistic: 'max', atMost: 0 },
  { label: 'layout shift, each slide', measure: 'shift.slides', statistic: 'max', atMost: 0 },
  { label: 'layout shift, walk', measure: 'shift.walk', statistic: 'max', atMost: 0 },
  { label: 'key press to next slide, median', measure: 'key-settled', atMost: 15 },
  {
    label: 'key press to next slide, p95',
    measure: 'key-settled',
    statistic: 'p95',
    atMost: 30,
  },
  {
    label: 'requests to other hosts, load and walk',
    measure: 'foreign.walk',
    statistic: 'max',
    atMost: 0,
  },
  {
    label: 'PDF, site built',
    measure: 'pdf-built',
    peers: 'pdf',
    against: { tool: 'stock' },
    atMost: 0.35,
  },
  { label: 'PDF, from nothing', measure: 'pdf', against: { tool: 'stock' }, atMost: 0.8 },
  { label: 'build', measure: 'build', against: { tool: 'stock' }, atMost: 2 },
  { label: 'edit to screen', measure: 'edit', against: { tool: 'stock' }, atMost: 1.1 },
  {
    label: 'dev start to first slide',
    measure: 'dev-start',
    against: { tool: 'stock' },
    atMost: 0.6,
  },
  {
    label: 'PDF of ten times the slides, site built',
    measure: 'pdf-built.x10',
    against: { measure: 'pdf-built' },
    atMost: 10,
  },
  {
    label: 'first slide of ten times the slides, 4G',
    measure: 'first-slide.x10',
    against: { measure: 'first-slide.4g' },
    atMost: 1.1,
  },
  {
    label: 'bytes before it',
    measure: 'bytes-before.x10',
    against: { measure: 'bytes-before.4g' },
    atMost: 1.1,
  },
]

/** Judges goals, in their order. */
export function judgeGoals(results: Results, goals: readonly Goal[] = GOALS): GoalState[] {
  return goals.map((goal) => judgeGoal(results, goal))
}

function judgeGoal(results: Results, goal: Goal): GoalState {
  const { measure, statistic = 'median', against, peers = measure, atMost } = goal
  const read = (id: MeasureId, tool: Tool): number | undefined =>
    summarize(results.read(id, tool))?.[statistic]
  const values: GoalState['values'] = {}
  for (const [tool, id] of [
    ['ours', measure],
    ['stock', peers],
    ['marp', peers],
  ] as const) {
    const value = read(id, tool)
    if (value !== undefined) {
      values[tool] = value
    }
  }
  const reached = against
    ? ratioOf(values.ours, 'tool' in against ? values[against.tool] : read(against.measure, 'ours'))
    : values.ours
  return reached === undefined
    ? { goal, values }
    : { goal, values, reached, isMet: reached <= atMost }
}
