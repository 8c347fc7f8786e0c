import type { Rounds } from './interleave.ts'
import type { ProfileName } from './profiles.ts'

/** How often everything is measured. */
export interface Plan {
  builds: Rounds
  pdfs: Rounds
  loads: Readonly<Record<ProfileName, Rounds>>
  /** How often the deck is walked through, and how much of it. */
  walks: number
  walkedPart: number
  /** Every so many slides one is opened by itself. */
  slideStep: number
  /** Ten times the slides; not measured where it is missing. */
  long?: { builds: Rounds; loads: Rounds; pdfs: Rounds }
  /** The development servers; not measured where they are missing. */
  dev?: { starts: Rounds; edits: number }
}

/** At most ten minutes on two cores. */
export const FULL: Plan = {
  builds: { count: 3, hasWarmUp: true, limitMs: 45_000 },
  pdfs: { count: 3, hasWarmUp: false, limitMs: 45_000 },
  loads: {
    unthrottled: { count: 3, hasWarmUp: true, limitMs: 40_000 },
    '4g': { count: 5, hasWarmUp: false, limitMs: 60_000 },
    '3g': { count: 3, hasWarmUp: false, limitMs: 50_000 },
  },
  walks: 2,
  walkedPart: 1,
  slideStep: 1,
  long: {
    builds: { count: 2, hasWarmUp: false, limitMs: 20_000 },
    loads: { count: 5, hasWarmUp: false, limitMs: 45_000 },
    pdfs: { count: 1, hasWarmUp: false, limitMs: 0 },
  },
  dev: { starts: { count: 3, hasWarmUp: true, limitMs: 45_000 }, edits: 8 },
}

/** At most two minutes on two cores. */
export const QUICK: Plan = {
  builds: { count: 1, hasWarmUp: true, limitMs: 0 },
  pdfs: { count: 1, hasWarmUp: false, limitMs: 0 },
  loads: {
    unthrottled: { count: 0, hasWarmUp: false, limitMs: 0 },
    '4g': { count: 1, hasWarmUp: false, limitMs: 0 },
    '3g': { count: 1, hasWarmUp: false, limitMs: 0 },
  },
  walks: 1,
  walkedPart: 0.15,
  slideStep: 23,
}
