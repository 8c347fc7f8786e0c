import type { Page } from 'playwright-chromium'

import { inspectAccessibility } from '../checks/accessibility.ts'
import type { Mode } from '../checks/finding.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { PageLink } from '../page/checks/links.ts'
import type { Observation } from '../page/observation.ts'

/** A fault with the state of the slide it was seen in. */
export interface SlideObservation {
  check: CheckName
  slide: number
  mode: Mode
  clicks: number
  fault: Observation
}

/** The steps a slide is shown in; both 0 where it has no clicks. */
export interface ClickSteps {
  first: number
  last: number
}

/** What is seen of slides in one mode. */
export interface SlideRecord {
  mode: Mode
  sightings: SlideObservation[]
  /** Click steps of each slide, by its number. */
  clicks: Map<number, ClickSteps>
  links: { slide: number; clicks: number; link: PageLink }[]
}

/** Checks that look at the slide as it is drawn. */
const DRAWN_CHECKS = ['overflow', 'overlap', 'images', 'colors', 'numbers', 'fonts'] as const

/** A slide that is visited. */
export interface Visit {
  page: Page
  /** 1-based number. */
  slide: number
  /** What is seen is added to it. */
  record: SlideRecord
  checks: ReadonlySet<CheckName>
}

/** Shows a slide, every click step of it at rest, and checks each. */
export async function visitSlide(visit: Visit): Promise<void> {
  const { page, slide, record } = visit
  await goTo(visit, 0)
  const steps = await page.evaluate((): ClickSteps => {
    const { nav } = window.deckChecks.findSlidev()
    return { first: nav.clicksStart, last: nav.clicksTotal }
  })
  record.clicks.set(slide, steps)
  for (let clicks = steps.first; clicks <= steps.last; clicks += 1) {
    if (clicks > steps.first) {
      await goTo(visit, clicks)
    }
    await inspectState(visit, clicks)
  }
}

/** Shows a state of the slide and waits until it is at rest. */
async function goTo(visit: Visit, clicks: number): Promise<void> {
  const moved = await visit.page.evaluate(
    async ([number, step]) => {
      const { findSlidev, settle } = window.deckChecks
      const { nav } = findSlidev()
      // A slide that is none of the neighbors of the last one is not there yet; an error of it comes up when it is shown.
      await nav.slides[number - 1]?.load().catch(() => {})
      await nav.go(number, step)
      return settle(number)
    },
    [visit.slide, clicks] as const,
  )
  noteFaults(visit, 'accessibility', clicks, moved)
}

async function inspectState(visit: Visit, clicks: number): Promise<void> {
  const { page, slide, record, checks } = visit
  if (DRAWN_CHECKS.some((check) => checks.has(check))) {
    const faults = await page.evaluate(
      async (number) => window.deckChecks.inspectSlide(number),
      slide,
    )
    for (const check of DRAWN_CHECKS) {
      noteFaults(visit, check, clicks, faults[check])
    }
  }
  if (checks.has('accessibility')) {
    noteFaults(visit, 'accessibility', clicks, await inspectAccessibility(page, slide))
  }
  if (checks.has('links')) {
    const links = await page.evaluate(
      async ([number, step]) => window.deckChecks.listLinks(number, step),
      [slide, clicks] as const,
    )
    record.links.push(...links.map((link) => ({ slide, clicks, link })))
  }
}

function noteFaults(
  { record, slide, checks }: Visit,
  check: CheckName,
  clicks: number,
  faults: readonly Observation[],
): void {
  if (checks.has(check)) {
    record.sightings.push(
      ...faults.map((fault) => ({ check, slide, mode: record.mode, clicks, fault })),
    )
  }
}
