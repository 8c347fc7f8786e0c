import { findSlidev } from '../client/slidev-nav.ts'
import type { CheckName } from '../deck/check-names.ts'
import { inspectWithAxe } from './checks/accessibility.ts'
import type { UnclearText } from './checks/accessibility/texts.ts'
import { inspectRawMarkup } from './checks/colors.ts'
import { inspectFonts } from './checks/fonts.ts'
import { inspectImages } from './checks/images.ts'
import { listLinks } from './checks/links.ts'
import type { PageLink } from './checks/links.ts'
import { inspectNumbers } from './checks/numbers.ts'
import { inspectOverflow } from './checks/overflow.ts'
import { inspectOverlap } from './checks/overlap.ts'
import type { Observation } from './observation.ts'
import { settle } from './settle.ts'
import { viewSlide } from './slide/slide-view.ts'

/** The checks that look at a slide as it is drawn. */
const DRAWN_CHECKS = ['overflow', 'overlap', 'images', 'colors', 'numbers', 'fonts'] as const

/** See {@link DRAWN_CHECKS}. */
export type DrawnCheck = (typeof DRAWN_CHECKS)[number]

/** A click step of a slide to visit. */
export interface StepVisit {
  /** 1-based number of the slide. */
  slide: number
  clicks: number
  checks: readonly CheckName[]
}

/** Observations and links of a click step. */
export interface StepRecord {
  /** First and last click step of the slide. */
  first: number
  last: number
  observations: { check: CheckName; observation: Observation }[]
  /** Texts whose contrast is to be measured in a screenshot. */
  unclear: UnclearText[]
  links: PageLink[]
}

/**
 * Shows a click step of a slide, waits until it is at rest, and runs the checks: in one call, because each call costs
 * a few frames.
 *
 * @throws {Error} if the slide is not drawn.
 */
export async function visitStep({ slide, clicks, checks }: StepVisit): Promise<StepRecord> {
  const { nav } = findSlidev()
  // Slidev has loaded only neighbors of the last slide. If this fails, the slide is not drawn, which is reported.
  await nav.slides[slide - 1]?.load().catch(() => {})
  await nav.go(slide, clicks)
  const moved = await settle(slide)
  const step = { first: nav.clicksStart, last: nav.clicksTotal }
  const drawn: Partial<Record<CheckName, Observation[]>> = checks.some(isDrawnCheck)
    ? await inspectSlide(slide)
    : {}
  const isAxeAskedFor = checks.includes('accessibility')
  const axe = isAxeAskedFor ? await inspectWithAxe(slide) : { observations: [], unclear: [] }
  const links = checks.includes('links') ? await listLinks(slide, clicks) : []
  // A click on a link of a file may have moved the router, and with it the slide.
  if (links.some(({ isRouted }) => isRouted !== undefined)) {
    await settle(slide)
  }
  const seen: typeof drawn = { ...drawn, accessibility: [...moved, ...axe.observations] }
  const observations = checks.flatMap((check) =>
    (seen[check] ?? []).map((observation) => ({ check, observation })),
  )
  return { ...step, observations, unclear: axe.unclear, links }
}

function isDrawnCheck(check: CheckName): boolean {
  return DRAWN_CHECKS.some((each) => each === check)
}

/** Returns what the checks see on the slide that is shown. */
export async function inspectSlide(number: number): Promise<Record<DrawnCheck, Observation[]>> {
  const view = viewSlide(number)
  return {
    overflow: inspectOverflow(view),
    overlap: inspectOverlap(view),
    images: await inspectImages(view),
    colors: inspectRawMarkup(view),
    numbers: inspectNumbers(view, findSlidev().nav.total),
    fonts: await inspectFonts(view),
  }
}
