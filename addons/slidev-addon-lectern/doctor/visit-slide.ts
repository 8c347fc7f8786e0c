import type { Page } from 'playwright-chromium'

import { inspectAccessibility } from '../checks/accessibility.ts'
import type { Mode } from '../checks/finding.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { PageLink } from '../page/checks/links.ts'
import type { Observation } from '../page/observation.ts'

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
export interface ClickSteps {
  first: number
  last: number
}

/** Record of visited slides in one mode. */
export interface VisitRecord {
  mode: Mode
  observations: SlideObservation[]
  /** Click steps by slide number. */
  clicks: Map<number, ClickSteps>
  links: { slide: number; clicks: number; link: PageLink }[]
}

/** Checks that inspect the slide as it is drawn. */
const DRAWN_CHECKS = ['overflow', 'overlap', 'images', 'colors', 'numbers', 'fonts'] as const

/** A slide to visit. */
export interface SlideVisit {
  page: Page
  /** 1-based number. */
  slide: number
  /** Record to add to. */
  record: VisitRecord
  checks: ReadonlySet<CheckName>
}

/** Checks every click step of a slide at rest. */
export async function visitSlide(visit: SlideVisit): Promise<void> {
  const { page, slide, record } = visit
  await showStep(visit, 0)
  const steps = await page.evaluate((): ClickSteps => {
    const { nav } = window.lecternPage.findSlidev()
    return { first: nav.clicksStart, last: nav.clicksTotal }
  })
  record.clicks.set(slide, steps)
  for (let clicks = steps.first; clicks <= steps.last; clicks += 1) {
    if (clicks > steps.first) {
      await showStep(visit, clicks)
    }
    await inspectStep(visit, clicks)
  }
}

/** Shows a click step of the slide and waits until it is at rest. */
async function showStep(visit: SlideVisit, clicks: number): Promise<void> {
  const moved = await visit.page.evaluate(
    async ([number, step]) => {
      const { findSlidev, settle } = window.lecternPage
      const { nav } = findSlidev()
      // Slidev has loaded only neighbors of the last slide. If this fails, showing the slide fails too and is reported.
      await nav.slides[number - 1]?.load().catch(() => {})
      await nav.go(number, step)
      return settle(number)
    },
    [visit.slide, clicks] as const,
  )
  addObservations(visit, 'accessibility', clicks, moved)
}

async function inspectStep(visit: SlideVisit, clicks: number): Promise<void> {
  const { page, slide, record, checks } = visit
  if (DRAWN_CHECKS.some((check) => checks.has(check))) {
    const observations = await page.evaluate(
      async (number) => window.lecternPage.inspectSlide(number),
      slide,
    )
    for (const check of DRAWN_CHECKS) {
      addObservations(visit, check, clicks, observations[check])
    }
  }
  if (checks.has('accessibility')) {
    addObservations(visit, 'accessibility', clicks, await inspectAccessibility(page, slide))
  }
  if (checks.has('links')) {
    const links = await page.evaluate(
      async ([number, step]) => window.lecternPage.listLinks(number, step),
      [slide, clicks] as const,
    )
    record.links.push(...links.map((link) => ({ slide, clicks, link })))
  }
}

function addObservations(
  { record, slide, checks }: SlideVisit,
  check: CheckName,
  clicks: number,
  observations: readonly Observation[],
): void {
  if (checks.has(check)) {
    record.observations.push(
      ...observations.map((observation) => ({
        check,
        slide,
        mode: record.mode,
        clicks,
        observation,
      })),
    )
  }
}
