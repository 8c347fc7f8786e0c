import { TOOL_NAMES, TOOLS } from '../contestants/contestant.ts'
import type { Tool } from '../contestants/contestant.ts'
import { formatValue, formatRatio, formatSummary } from './format-values.ts'
import { judgeGoals } from './goals.ts'
import type { Goal, GoalState } from './goals.ts'
import { findMeasure, MEASURES } from './measures.ts'
import type { Measure, Unit } from './measures.ts'
import type { Results } from './results.ts'
import { ratioOf, summarize } from './statistics.ts'
import { layOutTable } from './table.ts'

/** Conditions and notes of a run, which the report gives beside its results. */
export interface BenchRun {
  /** Lines about the machine, the versions and the decks. */
  conditions: readonly string[]
  /** Lines about other work on the machine and about what could not be measured. */
  notes: readonly string[]
  /** Duration of the whole run, in s. */
  durationS: number
}

/** Formats the report for the terminal. */
export function formatReport(results: Results, { conditions, notes, durationS }: BenchRun): string {
  return [
    ...conditions,
    '',
    'Median [range]; the 95th percentile follows a star.',
    ...formatMeasures(results),
    '',
    'Goals',
    ...formatGoals(judgeGoals(results)),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    `Measured in ${Math.round(durationS)} s.`,
  ].join('\n')
}

/** Returns the report for programs, with every single value. */
export function toJson(results: Results, { conditions, notes, durationS }: BenchRun): object {
  return {
    conditions,
    notes,
    durationS: Math.round(durationS),
    measures: listMeasured(results).map((measure) => ({
      ...measure,
      tools: Object.fromEntries(
        TOOLS.map((tool) => [tool, results.read(measure.id, tool)] as const)
          .filter(([, values]) => values.length > 0)
          .map(([tool, values]) => [tool, { ...summarize(values), values }]),
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
      (isWalk && summary ? ` *${formatValue(summary.p95, unit)}` : '')
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
    ...states.map(({ goal, values, reached, isMet }) => {
      const { unit } = findMeasure(goal.measure)
      const value = (tool: Tool): string =>
        values[tool] === undefined ? '-' : formatValue(values[tool], unit)
      return [
        `${goal.label}${isPlain(unit) ? '' : `, ${unit}`}`,
        ...TOOLS.map(value),
        reached === undefined
          ? '-'
          : goal.against
            ? formatRatio(reached)
            : formatValue(reached, unit),
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

/** Lists the measures that have a value. */
function listMeasured(results: Results): Measure[] {
  return MEASURES.filter(({ id }) => TOOLS.some((tool) => results.read(id, tool).length > 0))
}
