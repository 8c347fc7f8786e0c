import { formatNumber } from '../parts/format-number.ts'
import { markBest } from '../parts/mark-best.ts'
import type { TableRow } from '../parts/table.ts'

/** Parts of data/exams.json that the figure reads. */
export interface Exams {
  decimals: number
  decimals_scaled_score_rows: number
  models: string[]
  rows: ExamRow[]
  facts: { ap_exam_count: number; gre_scale_min: number; gre_scale_max: number }
}

interface ExamRow {
  exam: string
  unit: string
  group: string
  values: (number | null)[]
  ci95_half_width: (number | null)[]
}

const FULL_WORDS: Record<string, string> = {
  'Quant.': 'Quantitative',
  'Lang.': 'Language',
  'Lit.': 'Literature',
  'Env. Sci.': 'Environmental Science',
  'Macro Eco.': 'Macroeconomics',
  'Micro Eco.': 'Microeconomics',
  'Gov.': 'Government',
}

/**
 * Lists one row an exam, the exams of one kind together, the average last; marks the best value of each row.
 * Only the average keeps its confidence intervals, because there is no room for all of them.
 */
export function listExams(exams: Exams): TableRow[] {
  const groups = [...new Set(exams.rows.map((row) => row.group))]
  return exams.rows
    .toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group))
    .map((row) => toTableRow(row, exams))
}

function toTableRow(row: ExamRow, exams: Exams): TableRow {
  const total = row.exam.endsWith('Average')
  const scaled = row.unit !== 'accuracy_percent'
  const decimals = scaled ? exams.decimals_scaled_score_rows : exams.decimals
  const best = markBest(
    row.values,
    row.values.map(() => ''),
  )
  return {
    label: total ? `Average of ${exams.facts.ap_exam_count} exams` : labelExam(row.exam),
    detail: scaled ? `${exams.facts.gre_scale_min}–${exams.facts.gre_scale_max}` : undefined,
    section: row.exam.split(' ')[0],
    total,
    cells: row.values.map((value, at) => ({
      text: formatNumber(value, decimals),
      best: best[at],
      minor: total ? `±${formatNumber(row.ci95_half_width[at] ?? null, decimals)}` : undefined,
    })),
  }
}

/** Shortens `AP Env. Sci.` to `Environmental Science`, because the kind of exam heads its section. */
function labelExam(exam: string): string {
  const subject = exam.split(' ').slice(1).join(' ')
  return Object.entries(FULL_WORDS).reduce(
    (label, [short, full]) => label.replace(short, full),
    subject || 'Official preptests',
  )
}
