import type { Exception } from '../checks/exceptions.ts'
import { inspectFacts } from '../checks/facts.ts'
import type { SlideFinding } from '../checks/finding.ts'
import { inspectSpelling } from '../checks/spelling.ts'
import { explainBuildFailure } from '../deck/build-failure/explain-build-failure.ts'
import { explainWarnings } from '../deck/build-warnings.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { Explanation } from '../deck/explanation.ts'
import { findHeadmatterSlips } from '../deck/headmatter-slips.ts'
import { findMissingImages } from '../deck/missing-images.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { findSectionSlips } from '../deck/section-slips.ts'
import { firstLine } from '../deck/source-lines.ts'
import { readAddonWarnings } from './addon-warnings.ts'

/** Runs the checks that need only the author's files. */
export async function inspectSource(
  deck: DeckModel,
  checks: ReadonlySet<CheckName>,
  exceptions: readonly Exception[],
): Promise<SlideFinding[]> {
  return [
    ...findBrokenImports(deck),
    ...toFindings(findHeadmatterSlips(deck)),
    ...toFindings(findSectionSlips(deck)),
    ...(checks.has('facts') ? await inspectFacts(deck) : []),
    ...(checks.has('spelling') ? await inspectAllSpelling(deck, exceptions) : []),
  ]
}

/**
 * Finds reasons why a deck does not build.
 *
 * @param output - Everything Slidev printed.
 */
export function explainFailure(deck: DeckModel, output: string): SlideFinding[] {
  const images = toFindings(findMissingImages(deck))
  const explained = toFindings(explainBuildFailure(deck, output))
  const isKnown = ({ file, line }: SlideFinding): boolean =>
    images.some((image) => image.file === file && image.line === line)
  return [
    ...images,
    ...explained.filter((each) => !isKnown(each)),
    ...readAddonWarnings(output, deck),
  ]
}

/** Matches the name of a font's file. */
const FONT_FILE_RE = /\.(?:woff2?|ttf|otf)\b/

/**
 * Makes findings of what a build warned of. A font that is missing is found by its own check, on the slides that lack
 * it.
 *
 * @param output - Everything Slidev printed.
 */
export function readBuildWarnings(
  deck: DeckModel,
  output: string,
  checks: ReadonlySet<CheckName>,
): SlideFinding[] {
  const warnings = toFindings(explainWarnings(deck, output)).filter(
    ({ seen }) => !checks.has('fonts') || !FONT_FILE_RE.test(seen),
  )
  return [...readAddonWarnings(output, deck), ...warnings]
}

/**
 * Checks the spelling of all slides. Slides with an exception are checked separately, because one finding stands for a
 * word on several slides, and an exception of the first one must not hide the others.
 */
async function inspectAllSpelling(
  deck: DeckModel,
  exceptions: readonly Exception[],
): Promise<SlideFinding[]> {
  const allowing = new Set(
    exceptions.filter(({ check }) => check === 'spelling').map(({ slide }) => slide),
  )
  const parts = [
    deck.slides.filter(({ number }) => !allowing.has(number)),
    ...deck.slides.filter(({ number }) => allowing.has(number)).map((slide) => [slide]),
  ]
  const findings: SlideFinding[] = []
  for (const slides of parts) {
    findings.push(...(await inspectSpelling({ ...deck, slides })))
  }
  return findings
}

/** Finds imports that Slidev ignores because it cannot read their file. */
function findBrokenImports({ errors, slides }: DeckModel): SlideFinding[] {
  return errors.map((error) => {
    const before = slides.findLast(
      (slide) => slide.file === error.file && firstLine(slide) < error.line,
    )
    return { ...error, slide: before?.number ?? 1 }
  })
}

/** Makes findings of explanations; those without a slide belong to the first one. */
export function toFindings(explanations: readonly Explanation[]): SlideFinding[] {
  return explanations.map((each) => ({ ...each, slide: each.slide ?? 1 }))
}
