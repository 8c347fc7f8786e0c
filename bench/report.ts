import { TOOL_NAMES, TOOLS } from './contestant.ts'
import type { Tool } from './contestant.ts'
import { judgeGoals } from './goals.ts'
import type { Goal, GoalState } from './goals.ts'
import { findMeasure, MEASURES } from './measures.ts'
import type { Measure, Unit } from './measures.ts'
import { formatFigure, formatRatio, formatSummary } from './number-format.ts'
import type { Results } from './results.ts'
import { ratioOf, summarize } from './statistics.ts'
import { layOutTable } from './table.ts'

/** What the figures were taken from and on. */
export interface BenchFacts {
  /** Lines on the machine, the versions and the decks. */
  conditions: readonly string[]
  /** What could not be measured. */
  notes: readonly string[]
  /** Time the whole run took, in s. */
  durationS: number
}

/** The report for the terminal. */
export function formatReport(
  results: Results,
  { conditions, notes, durationS }: BenchFacts,
): string {
  return [
    ...conditions,
    '',
    'Median [range]; with a star the 95th percentile follows.',
    ...formatMeasures(results),
    '',
    'Goals',
    ...formatGoals(judgeGoals(results)),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    `Measured in ${Math.round(durationS)} s.`,
  ].join('\n')
}

/** The report for programs: every figure as it was taken. */
export function toJson(results: Results, { conditions, notes, durationS }: BenchFacts): object {
  return {
    conditions,
    notes,
    durationS: Math.round(durationS),
    measures: listMeasured(results).map((measure) => ({
      ...measure,
      tools: Object.fromEntries(
        TOOLS.map((tool) => [tool, results.read(measure.id, tool)] as const)
          .filter(([, figures]) => figures.length > 0)
          .map(([tool, figures]) => [tool, { ...summarize(figures), figures }]),
      ),
    })),
    goals: judgeGoals(results).map(({ goal, ...state }) => ({ ...goal, ...state })),
  }
}

function formatMeasures(results: Results): string[] {
  const lines: string[] = []
  const measures = listMeasured(results)
  for (const group of new Set(measures.map((measure) => measure.group))) {
    const head = [group, ...TOOLS.map((tool) => TOOL_NAMES[tool]), '/ stock', '/ Marp']
    const rows = measures
      .filter((measure) => measure.group === group)
      .map((measure) => formatRow(results, measure))
    lines.push('', ...layOutTable([head, ...rows]))
  }
  return lines
}

function formatRow(results: Results, { id, label, unit }: Measure): string[] {
  const isWalk = id.startsWith('key-')
  const read = (tool: Tool): ReturnType<typeof summarize> => summarize(results.read(id, tool))
  const cells = TOOLS.map((tool) => {
    const summary = read(tool)
    return (
      formatSummary(summary, unit) +
      (isWalk && summary ? ` *${formatFigure(summary.p95, unit)}` : '')
    )
  })
  const ratios = (['stock', 'marp'] as const).map((tool) =>
    formatRatio(ratioOf(read('ours')?.median, read(tool)?.median)),
  )
  return [`${label}${isPlain(unit) ? '' : `, ${unit}`}`, ...cells, ...ratios]
}

function formatGoals(states: readonly GoalState[]): string[] {
  return layOutTable([
    ['measure', ...TOOLS.map((tool) => TOOL_NAMES[tool]), 'reached', 'goal', ''],
    ...states.map(({ goal, figures, reached, isMet }) => {
      const { unit } = findMeasure(goal.measure)
      const figure = (tool: Tool): string =>
        figures[tool] === undefined ? '-' : formatFigure(figures[tool], unit)
      return [
        `${goal.label}${isPlain(unit) ? '' : `, ${unit}`}`,
        ...TOOLS.map(figure),
        reached === undefined
          ? '-'
          : goal.against
            ? formatRatio(reached)
            : formatFigure(reached, unit),
        formatTarget(goal, unit),
        isMet === undefined ? 'not measured' : isMet ? 'met' : 'NOT MET',
      ]
    }),
  ])
}

function formatTarget({ against, atMost }: Goal, unit: Unit): string {
  if (!against) {
    return `<= ${atMost}${isPlain(unit) ? '' : ` ${unit}`}`
  }
  const other = 'tool' in against ? TOOL_NAMES[against.tool] : 'the deck once'
  return `<= ${atMost.toFixed(2)} of ${other}`
}

function isPlain(unit: Unit): boolean {
  return unit === 'count' || unit === 'shift'
}

/** The measures of which there is a figure. */
function listMeasured(results: Results): Measure[] {
  return MEASURES.filter(({ id }) => TOOLS.some((tool) => results.read(id, tool).length > 0))
}
