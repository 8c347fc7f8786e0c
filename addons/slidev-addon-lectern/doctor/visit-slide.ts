import type { Page } from 'playwright-chromium'

import { measureContrasts } from '../checks/accessibility.ts'
import type { Mode } from '../checks/finding.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { PageLink } from '../page/checks/links.ts'
import type { Observation } from '../page/observation.ts'
import type { StepRecord } from '../page/visit-step.ts'

/** An observation with its check, and the state of the slide. */
export interface SlideObservation {
  check: CheckName
  /** Number of the slide. */
  slide: number
  mode: Mode
  /** Click step. */
  clicks: number
  observation: Observation
}

/** First and last click step of a slide; both 0 if it has no clicks. */
export type ClickSteps = Pick<StepRecord, 'first' | 'last'>

/** Record of visited slides in one mode. */
export interface VisitRecord {
  mode: Mode
  observations: SlideObservation[]
  /** Click steps by slide number. */
  clicks: Map<number, ClickSteps>
  links: { slide: number; clicks: number; link: PageLink }[]
}

/** A slide to visit. */
export interface SlideVisit {
  page: Page
  /** 1-based number. */
  slide: number
  /** Record to add to. */
  record: VisitRecord
  checks: ReadonlySet<CheckName>
}

/** Longest wait for one click step, in ms: more than the page itself waits for a slide. */
const STEP_LIMIT_MS = 120_000

/**
 * Checks every click step of a slide at rest.
 *
 * @throws {Error} if it is not drawn, or the browser does not answer.
 */
export async function visitSlide(visit: SlideVisit): Promise<void> {
  const { slide, record } = visit
  const { first, last } = await visitStep(visit, 0)
  record.clicks.set(slide, { first, last })
  for (let clicks = first + 1; clicks <= last; clicks += 1) {
    await visitStep(visit, clicks)
  }
}

/** Checks a click step. Before its first one, a slide shows the first one. */
async function visitStep(visit: SlideVisit, asked: number): Promise<StepRecord> {
  const { page, slide, record, checks } = visit
  const step = await within(
    STEP_LIMIT_MS,
    page.evaluate(async (each) => window.lecternPage.visitStep(each), {
      slide,
      clicks: asked,
      checks: [...checks],
    }),
  )
  const clicks = Math.max(asked, step.first)
  const measured = await measureContrasts(page, slide, step.unclear)
  const state = { slide, mode: record.mode, clicks }
  record.observations.push(
    ...step.observations.map((each) => ({ ...each, ...state })),
    ...measured.map((observation) => ({
      check: 'accessibility' as const,
      observation,
      ...state,
    })),
  )
  record.links.push(...step.links.map((link) => ({ slide, clicks, link })))
  return step
}

async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`the browser does not answer within ${limitMs / 1000} s`))
    }, limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
