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

const FLAGSHIP = 'Llama 3 405B'
const FULL_WORDS: Readonly<Record<string, string>> = { 'Quant.': 'Quantitative' }

/**
 * Lists one row an exam, below the average of the AP exams; marks the best value of each row. The single AP exams are
 * left out: 15 rows more would be too small to read, and their intervals of up to ±26 points say little.
 */
export function listExams(exams: Exams): TableRow[] {
  const groups = ['AP (average)', ...new Set(exams.rows.map((row) => row.group))]
  return exams.rows
    .filter((row) => row.group !== 'AP')
    .toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group))
    .map((row) => toTableRow(row, exams))
}

/** Says which models the flagship is level with on the average: those within the half-width of its interval. */
export function findLevel({ models, rows, facts }: Exams): string {
  const average = rows.find(isAverage)
  const at = models.indexOf(FLAGSHIP)
  const [score, halfWidth] = [average?.values[at], average?.ci95_half_width[at]]
  if (!average || typeof score !== 'number' || typeof halfWidth !== 'number') {
    throw new RangeError(`The exams lack the average of ${FLAGSHIP}.`)
  }
  const level = models.filter((model, index) => {
    const other = average.values[index] ?? Number.NaN
    return model !== FLAGSHIP && Math.abs(other - score) <= halfWidth
  })
  return `Over ${facts.ap_exam_count} AP exams, 405B is level with ${level.join(' and ')}`
}

function toTableRow(row: ExamRow, exams: Exams): TableRow {
  const { facts } = exams
  const scaled = row.unit !== 'accuracy_percent'
  const decimals = scaled ? exams.decimals_scaled_score_rows : exams.decimals
  const best = markBest(
    row.values,
    row.values.map(() => ''),
  )
  const kind = row.exam.split(' ')[0] ?? ''
  const label = isAverage(row) ? `Average of ${facts.ap_exam_count} exams` : labelExam(row.exam)
  const detail = scaled ? `${facts.gre_scale_min}–${facts.gre_scale_max}` : undefined
  return {
    label,
    detail,
    name: [kind, label, detail && `(scaled score, ${detail})`].filter(Boolean).join(' '),
    unit: scaled ? '' : '%',
    section: kind,
    total: isAverage(row),
    cells: row.values.map((value, at) => {
      const halfWidth = row.ci95_half_width[at] ?? null
      return {
        text: formatNumber(value, decimals),
        best: best[at],
        minor: halfWidth === null ? undefined : `±${formatNumber(halfWidth, decimals)}`,
      }
    }),
  }
}

function isAverage({ exam }: ExamRow): boolean {
  return exam.endsWith('Average')
}

/** Shortens `GRE Quant.` to `Quantitative`, because the kind of exam heads its section. */
function labelExam(exam: string): string {
  const subject = exam.split(' ').slice(1).join(' ')
  return FULL_WORDS[subject] ?? (subject || 'Official preptests')
}
