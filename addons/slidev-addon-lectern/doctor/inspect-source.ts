import type { Exception } from '../checks/exceptions.ts'
import { inspectFacts } from '../checks/facts.ts'
import type { Finding } from '../checks/finding.ts'
import { inspectMissingImages } from '../checks/images.ts'
import { inspectSpelling } from '../checks/spelling.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel } from '../deck/read-deck.ts'
import { firstLine } from '../deck/source-lines.ts'
import { readAddonWarnings } from './addon-warnings.ts'

/** Runs the checks that need only the author's files. */
export async function inspectSource(
  deck: DeckModel,
  checks: ReadonlySet<CheckName>,
  exceptions: readonly Exception[],
): Promise<Finding[]> {
  return [
    ...findBrokenImports(deck),
    ...(checks.has('facts') ? await inspectFacts(deck) : []),
    ...(checks.has('spelling') ? await inspectAllSpelling(deck, exceptions) : []),
  ]
}

/**
 * Finds reasons why a deck does not build.
 *
 * @param output - Everything Slidev printed.
 */
export function explainFailure(deck: DeckModel, output: string): Finding[] {
  return [...inspectMissingImages(deck), ...readAddonWarnings(output, deck)]
}

/**
 * Checks the spelling of all slides. Slides with an exception are checked separately, because one finding stands for a
 * word on several slides, and an exception of the first one must not hide the others.
 */
async function inspectAllSpelling(
  deck: DeckModel,
  exceptions: readonly Exception[],
): Promise<Finding[]> {
  const allowing = new Set(
    exceptions.filter(({ check }) => check === 'spelling').map(({ slide }) => slide),
  )
  const parts = [
    deck.slides.filter(({ number }) => !allowing.has(number)),
    ...deck.slides.filter(({ number }) => allowing.has(number)).map((slide) => [slide]),
  ]
  const findings: Finding[] = []
  for (const slides of parts) {
    findings.push(...(await inspectSpelling({ ...deck, slides })))
  }
  return findings
}

/** Finds imports that Slidev ignores because it cannot read their file. */
function findBrokenImports({ errors, slides }: DeckModel): Finding[] {
  return errors.map(({ file, line, message }) => {
    const before = slides.findLast((slide) => slide.file === file && firstLine(slide) < line)
    return {
      check: 'links',
      slide: before?.number ?? 1,
      file,
      line,
      seen: `Slidev skips this import: ${message}`,
      expected: 'a file that exists',
      fix: 'Correct the path after `src:`, or put the file there.',
    }
  })
}
