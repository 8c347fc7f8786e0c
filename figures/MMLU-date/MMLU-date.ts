import { formatNumber } from '../parts/format-number.ts'

/** Parts of an entry of data/mmlu-timeline.json that the figure reads. */
export interface TimelineEntry {
  model: string
  access: string
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  released: string
  mmlu_percent: number
  protocol: string
  use_in_chart: boolean
}

/** Open: weights to download. Closed: behind an API, or not released. */
export type Access = 'open' | 'closed'

/** A model in the chart. */
export interface TimelineModel {
  model: string
  access: Access
  date: Date
  percent: number
  /** `5-shot`, or another protocol as its source names it. */
  protocol: string
  /** Letter of the footnote; absent for plain 5-shot. */
  mark?: string
}

/** The protocol that needs no mark. */
export const PLAIN_PROTOCOL = '5-shot'

/** Day of a release whose day is unknown. */
const MID_MONTH = '15'

/**
 * Lists the models in the chart by release date.
 *
 * @throws {RangeError} naming the model and key when a date or an access cannot be read.
 */
export function listModels(entries: readonly TimelineEntry[]): TimelineModel[] {
  const used = entries
    .filter((entry) => entry.use_in_chart)
    .map((entry) => ({ entry, date: readDate(entry) }))
    .toSorted((one, other) => one.date.getTime() - other.date.getTime())
  const marks = markProtocols(used.map(({ entry }) => entry.protocol))
  return used.map(({ entry, date }) => ({
    model: entry.model,
    access: readAccess(entry),
    date,
    percent: entry.mmlu_percent,
    protocol: entry.protocol,
    mark: marks.get(entry.protocol),
  }))
}

/** Assigns footnote letters to the protocols other than plain 5-shot, in order of appearance. */
function markProtocols(protocols: readonly string[]): Map<string, string> {
  const others = new Set(protocols.filter((protocol) => protocol !== PLAIN_PROTOCOL))
  return new Map([...others].map((protocol, index) => [protocol, 'abcdefgh'.charAt(index)]))
}

/** Lists the footnote letters with their protocols, for the key. */
export function listProtocols(
  models: readonly TimelineModel[],
): { mark: string; protocol: string }[] {
  const found = new Map(models.flatMap(({ mark, protocol }) => (mark ? [[mark, protocol]] : [])))
  return [...found].map(([mark, protocol]) => ({ mark, protocol }))
}

/** Finds the models that raise the best score of their group, in order of release; a tie does not. */
export function findRecords(models: readonly TimelineModel[], access: Access): TimelineModel[] {
  let best = Number.NEGATIVE_INFINITY
  return models.filter((model) => {
    const isRecord = model.access === access && model.percent > best
    best = isRecord ? model.percent : best
    return isRecord
  })
}

/**
 * Returns the corners of the best-so-far line: flat until the next record, then straight up.
 *
 * @param until - Date to which the last record is drawn.
 * @returns Pairs of [date, percent].
 */
export function stepLine(
  records: readonly TimelineModel[],
  until: Date,
): [date: Date, percent: number][] {
  return records.flatMap(({ date, percent }, index) => [
    [date, percent],
    [records[index + 1]?.date ?? until, percent],
  ])
}

/** Best closed and best open score on a day. */
export interface Gap {
  date: Date
  closed: number
  open: number
  /** Difference in points with one decimal. */
  points: string
}

/**
 * Computes how far the best open model is behind the best closed one on a day.
 *
 * @throws {RangeError} when a group has no model by then.
 */
export function findGap(models: readonly TimelineModel[], date: Date): Gap {
  const best = (access: Access): number => {
    const known = models.filter((model) => model.access === access && model.date <= date)
    if (known.length === 0) {
      throw new RangeError(`mmlu-timeline.json: no ${access} model by ${date.toISOString()}.`)
    }
    return Math.max(...known.map((model) => model.percent))
  }
  const closed = best('closed')
  const open = best('open')
  return { date, closed, open, points: formatNumber(closed - open, 1) }
}

/**
 * Lists the first days of the quarters between two dates, with their labels: the month, the year in January,
 * and both on the first one.
 */
export function listQuarters(from: Date, until: Date): { date: Date; label: string }[] {
  const first = from.getUTCFullYear() * 4 + Math.ceil(from.getUTCMonth() / 3)
  const last = until.getUTCFullYear() * 4 + Math.floor(until.getUTCMonth() / 3)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const quarter = first + index
    const date = new Date(Date.UTC(Math.floor(quarter / 4), (quarter % 4) * 3))
    const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
    const year = String(date.getUTCFullYear())
    const label = month === 'Jan' ? year : index === 0 ? `${month} ${year}` : month
    return { date, label }
  })
}

function readDate({ model, released }: TimelineEntry): Date {
  const date = new Date(
    `${released.length === 7 ? `${released}-${MID_MONTH}` : released}T00:00:00Z`,
  )
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(
      `mmlu-timeline.json: "${model}": released is "${released}", not YYYY-MM or YYYY-MM-DD.`,
    )
  }
  return date
}

function readAccess({ model, access }: TimelineEntry): Access {
  if (access !== 'open' && access !== 'closed') {
    throw new RangeError(
      `mmlu-timeline.json: "${model}": access is "${access}", not "open" or "closed".`,
    )
  }
  return access
}
