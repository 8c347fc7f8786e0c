import { CHECKS, nearestCheckName, toCheckName } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import type { Finding } from './finding.ts'

/** A finding that the author declared as intended. */
export interface AllowedFinding extends Finding {
  /** Empty where the author gave none. */
  reason: string
}

/** A check whose findings are intended, on one slide or in the whole deck. */
export interface Exception {
  check: CheckName
  /** `undefined` for the whole deck. */
  slide?: number
  file: string
  line: number
  reason: string
}

/**
 * Reads what a deck declares as intended: its headmatter for the whole deck, a slide's frontmatter for the slide.
 *
 * lectern: { allow: { spelling: the talk is in Welsh } }
 * doctor: { allow: [overlap], reason: the label belongs on the image }
 * doctor: { allow: { overlap: the label belongs on the image } }
 *
 * @throws {Error} with file and line when a declaration is not understood.
 */
export function readExceptions(deck: DeckModel): Exception[] {
  return [...readHeadmatter(deck), ...deck.slides.flatMap((slide) => readSlide(slide))]
}

function readHeadmatter({ slides, file, settings }: DeckModel): Exception[] {
  const lines = slides[0]?.frontmatterLines ?? []
  const line = lines.find(({ text }) => /\ballow["']?\s*:/.test(text))?.number ?? 1
  return Object.entries(settings.allow).map(([name, reason]) => ({
    check: toCheckName(name) ?? CHECKS[0],
    file,
    line,
    reason,
  }))
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
      ({ check, slide }) =>
        check === finding.check && (slide === undefined || slide === finding.slide),
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
    const check = toCheckName(name)
    if (!check) {
      throw new Error(
        `${file}:${line}: "doctor" allows "${name}", and there is no such check. ` +
          `Did you mean ${nearestCheckName(name)}? The checks are ${CHECKS.join(', ')}.`,
      )
    }
    return { check, slide: slide.number, file, line, reason: why }
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
