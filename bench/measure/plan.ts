import type { ProfileName } from '../page/profiles.ts'
import type { Rounds } from './interleave.ts'

/** Number of repetitions of each measurement. */
export interface Plan {
  builds: Rounds
  pdfs: Rounds
  loads: Readonly<Record<ProfileName, Rounds>>
  /** Number of walks through the deck. */
  walks: number
  /** Part of the deck that a walk covers, up to 1. */
  walkedPart: number
  /** Distance between two slides that are opened by their address. */
  slideStep: number
  /** Decks with ten times the slides; absent: not measured. */
  long?: { builds: Rounds; loads: Rounds; pdfs: Rounds }
  /** Development servers; absent: not measured. */
  dev?: { starts: Rounds; edits: number }
}

/** Takes at most ten minutes on two cores. */
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

/** Takes at most two minutes on two cores. */
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
