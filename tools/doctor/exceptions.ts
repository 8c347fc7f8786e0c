import { distance } from 'fastest-levenshtein'

import { CHECKS, isCheckName } from '../checks/finding.ts'
import type { CheckName, Finding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../slide-model.ts'

/** A finding that the author declared as intended. */
export interface AllowedFinding extends Finding {
  /** Empty where the author gave none. */
  reason: string
}

/** A slide's `doctor: { allow: [overlap], reason: … }`. */
export interface Exception {
  check: CheckName
  slide: number
  file: string
  line: number
  reason: string
}

/**
 * What the slides of a deck declare as intended.
 *
 * doctor: { allow: [overlap], reason: the label belongs on the picture }
 * doctor: { allow: { overlap: the label belongs on the picture } }
 *
 * @throws {Error} with file and line when a declaration is not understood.
 */
export function readExceptions(deck: DeckModel): Exception[] {
  return deck.slides.flatMap((slide) => readSlide(slide))
}

/** Tells the intended findings from the others. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
): { findings: Finding[]; allowed: AllowedFinding[]; unused: Exception[] } {
  const used = new Set<Exception>()
  const allowed: AllowedFinding[] = []
  const rest = findings.filter((finding) => {
    const exception = exceptions.find(
      ({ check, slide }) => check === finding.check && slide === finding.slide,
    )
    if (exception) {
      used.add(exception)
      allowed.push({ ...finding, reason: exception.reason })
    }
    return !exception
  })
  return { findings: rest, allowed, unused: exceptions.filter((each) => !used.has(each)) }
}

function readSlide(slide: SlideModel): Exception[] {
  const declared: unknown = slide.frontmatter.doctor
  if (declared === undefined || declared === null) {
    return []
  }
  const { file, line } = findDeclaration(slide)
  const { allow, reason } = isRecord(declared) ? declared : {}
  const pairs = readPairs(allow, typeof reason === 'string' ? reason : '')
  if (!pairs) {
    throw new Error(
      `${file}:${line}: "doctor" is not understood. ` +
        'It takes the checks whose findings are intended, and why: `doctor: { allow: [overlap], reason: … }`.',
    )
  }
  return pairs.map(([name, why]) => {
    if (!isCheckName(name)) {
      throw new Error(
        `${file}:${line}: "doctor" allows "${name}", and there is no such check. ` +
          `Did you mean ${nearestCheck(name)}? The checks are ${CHECKS.join(', ')}.`,
      )
    }
    return { check: name, slide: slide.number, file, line, reason: why }
  })
}

/** Where a slide's frontmatter, or that of the slide that imports it, declares exceptions. */
function findDeclaration(slide: SlideModel): { file: string; line: number } {
  const places = [slide, ...slide.importers.toReversed()].flatMap(({ file, frontmatterLines }) =>
    frontmatterLines
      .filter(({ text }) => /^["']?doctor["']?\s*:/.test(text))
      .map(({ number }) => ({ file, line: number })),
  )
  return places[0] ?? { file: slide.file, line: 1 }
}

/** Each check with its reason; `undefined` when the declaration has another shape. */
function readPairs(allow: unknown, reason: string): [name: string, reason: string][] | undefined {
  if (typeof allow === 'string') {
    return [[allow, reason]]
  }
  if (Array.isArray(allow)) {
    return allow.map((name) => [String(name), reason])
  }
  return isRecord(allow)
    ? Object.entries(allow).map(([name, why]) => [name, typeof why === 'string' ? why : reason])
    : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The check whose name is nearest to a misspelt one. */
export function nearestCheck(name: string): CheckName {
  const [nearest] = CHECKS.toSorted((one, other) => distance(one, name) - distance(other, name))
  return nearest ?? CHECKS[0]
}
