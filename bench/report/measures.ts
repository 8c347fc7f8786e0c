import { PROFILES } from '../page/profiles.ts'
import type { ProfileName } from '../page/profiles.ts'

/** Unit of a value. */
export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'count' | 'shift'

/** Something that is measured. */
export interface Measure {
  id: MeasureId
  /** Heading of its table in the report. */
  group: string
  label: string
  unit: Unit
}

/** Names of the measures of a load under a profile. */
type LoadMeasure =
  | 'first-slide'
  | 'largest-paint'
  | 'bytes-before'
  | 'requests-before'
  | 'first-shift'

/** Names of all measures. */
export type MeasureId =
  | `${LoadMeasure}.${ProfileName}`
  | 'first-slide.x10'
  | 'bytes-before.x10'
  | `${'bytes' | 'requests' | 'script'}.${'opened' | 'left'}`
  | 'foreign'
  | 'foreign.walk'
  | 'site'
  | 'shift.slides'
  | 'shift.walk'
  | 'key-shown'
  | 'key-settled'
  | 'build'
  | 'build-memory'
  | 'build.x10'
  | 'pdf'
  | 'pdf-built'
  | 'pdf-memory'
  | 'pdf-size'
  | 'pdf-built.x10'
  | 'dev-start'
  | 'edit'

const LOAD_MEASURES: readonly (readonly [id: LoadMeasure, label: string, unit: Unit])[] = [
  ['first-slide', 'first slide painted', 'ms'],
  ['largest-paint', 'largest contentful paint', 'ms'],
  ['bytes-before', 'bytes before the first slide', 'kB'],
  ['requests-before', 'requests before the first slide', 'count'],
  ['first-shift', 'layout shift (CLS)', 'shift'],
]

/** All measures, in the order of the report. */
export const MEASURES: readonly Measure[] = [
  ...PROFILES.flatMap(({ name, label }) =>
    inGroup(
      `First load, ${label}`,
      LOAD_MEASURES.map(([id, text, unit]) => [`${id}.${name}`, text, unit] as const),
    ),
  ),
  ...inGroup('Transferred, compressed, nothing pressed', [
    ['bytes.opened', 'all, until 1.5 s of quiet', 'kB'],
    ['bytes.left', 'all, left open', 'kB'],
    ['script.opened', 'script, until 1.5 s of quiet', 'kB'],
    ['script.left', 'script, left open', 'kB'],
    ['requests.opened', 'requests, until 1.5 s of quiet', 'count'],
    ['requests.left', 'requests, left open', 'count'],
    ['foreign', 'requests to other hosts, left open', 'count'],
    ['site', 'size of the built site, not compressed', 'kB'],
  ]),
  ...inGroup('Through the deck, unthrottled', [
    ['key-shown', 'key press to next slide visible', 'ms'],
    ['key-settled', 'key press to next slide, opaque and drawn', 'ms'],
    ['foreign.walk', 'requests to other hosts, whole walk', 'count'],
    ['shift.walk', 'layout shift of a walk, after keys too', 'shift'],
    ['shift.slides', 'layout shift, each slide opened by itself', 'shift'],
  ]),
  ...inGroup('Building and printing', [
    ['build', 'build', 's'],
    ['build-memory', 'build, largest process', 'MB'],
    ['pdf-built', 'PDF, site built', 's'],
    ['pdf', 'PDF, from nothing', 's'],
    ['pdf-memory', 'PDF, largest process', 'MB'],
    ['pdf-size', 'PDF, size', 'kB'],
  ]),
  ...inGroup('Ten times the slides', [
    ['first-slide.x10', 'first slide painted, CPU 4x + 4G', 'ms'],
    ['bytes-before.x10', 'bytes before it, CPU 4x + 4G', 'kB'],
    ['build.x10', 'build', 's'],
    ['pdf-built.x10', 'PDF, site built', 's'],
  ]),
  ...inGroup('Development server', [
    ['dev-start', 'start to first slide', 's'],
    ['edit', 'save to changed text on the screen', 'ms'],
  ]),
]

/** Finds a measure by its name. */
export function findMeasure(id: MeasureId): Measure {
  const found = MEASURES.find((measure) => measure.id === id)
  if (!found) {
    throw new Error(`There is no measure "${id}".`)
  }
  return found
}

function inGroup(
  group: string,
  measures: readonly (readonly [id: MeasureId, label: string, unit: Unit])[],
): Measure[] {
  return measures.map(([id, label, unit]) => ({ id, group, label, unit }))
}
