import { formatNumber } from '../parts/format-number.ts'

/** Parts of an entry of data/mmlu-timeline.json that the figure reads. */
export interface TimelineEntry {
  model: string
  access: string
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  released: string
  mmlu_percent: number
  protocol: string
  score_source: string
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
  /** The score is that of an instruction-tuned model, as far as its source tells. */
  isTuned: boolean
  /** Where the score is published. */
  source: string
}

/** The protocol of every score in the chart. */
export const PROTOCOL = '5-shot'

/** Day of a release whose day is unknown. */
const MID_MONTH = '15'

/**
 * Lists the models in the chart by release date.
 *
 * @throws {RangeError} naming the model and key when a date, an access or a protocol cannot be used.
 */
export function listModels(entries: readonly TimelineEntry[]): TimelineModel[] {
  return entries
    .filter((entry) => entry.use_in_chart)
    .map((entry) => ({
      model: entry.model,
      access: readAccess(entry),
      date: readDate(entry),
      percent: entry.mmlu_percent,
      isTuned: readVariant(entry) === 'instruct',
      source: entry.score_source,
    }))
    .toSorted((one, other) => one.date.getTime() - other.date.getTime())
}

/**
 * Finds a model of the chart.
 *
 * @throws {RangeError} naming the model when it is not there.
 */
export function findModel(models: readonly TimelineModel[], name: string): TimelineModel {
  const found = models.find(({ model }) => model === name)
  if (!found) {
    throw new RangeError(`mmlu-timeline.json: "${name}" is not in the chart.`)
  }
  return found
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
 * Returns the corners of a part of the best-so-far line: flat until the next record, then straight up.
 *
 * @param from - Date at which the part begins, at the score of the last record before it.
 * @param until - Date at which the part ends.
 * @returns Pairs of [date, percent]; none where the group has no record before `until`.
 */
export function stepLine(
  records: readonly TimelineModel[],
  from: Date,
  until: Date,
): [date: Date, percent: number][] {
  const before = records.findLast(({ date }) => date < from)
  const within = records.filter(({ date }) => date >= from && date < until)
  const corners: [Date, number][] = before ? [[from, before.percent]] : []
  for (const { date, percent } of within) {
    const level = corners.at(-1)?.[1]
    corners.push(...(level === undefined ? [] : [[date, level] satisfies [Date, number]]))
    corners.push([date, percent])
  }
  const end = corners.at(-1)?.[1]
  return end === undefined ? [] : [...corners, [until, end]]
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

/** Returns how the gap changed, for the top of the figure. */
export function describeChange(first: Gap, last: Gap): string {
  return `Open weights cut the gap from ${first.points} points (${monthOf(first.date)}) to ${last.points} (${monthOf(last.date)})`
}

/** Formats the month of a date: `March 2023`. */
export function monthOf(date: Date): string {
  return date.toLocaleString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
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

/** Reads what follows the protocol of the chart: `base`, `instruct`, or nothing where the source tells neither. */
function readVariant({ model, protocol }: TimelineEntry): string | undefined {
  const [shots, variant] = protocol.split(', ')
  if (shots !== PROTOCOL || ![undefined, 'base', 'instruct'].includes(variant)) {
    throw new RangeError(
      `mmlu-timeline.json: "${model}": protocol is "${protocol}"; the chart is all ${PROTOCOL}, base or instruct.`,
    )
  }
  return variant
}
