import { CHECKS, nearestCheckName, toCheckName } from '../deck/check-names.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { isRecord } from '../deck/settings.ts'
import type { Finding, SlideFinding } from './finding.ts'

/** A finding that the author declared as intended. */
export interface AllowedFinding extends Finding {
  /** Empty if the author gave none. */
  reason: string
}

/** A check whose findings are intended, on one slide or in the whole deck. */
export interface Exception {
  check: CheckName
  /** Number of the slide; `undefined` for the whole deck. */
  slide?: number
  /** File of `line`, relative to the working folder. */
  file: string
  /** 1-based line of the declaration. */
  line: number
  /** Empty if the author gave none. */
  reason: string
}

/**
 * Reads the exceptions of a deck: those of the whole deck in its headmatter, those of a slide in its frontmatter.
 *
 * lectern: { allow: { spelling: the talk is in Welsh } }
 * doctor: { allow: [overlap], reason: the label belongs on the image }
 * doctor: { allow: { overlap: the label belongs on the image } }
 *
 * @throws {Error} with file and line if a declaration is malformed.
 */
export function readExceptions(deck: DeckModel): Exception[] {
  return [...readHeadmatter(deck), ...deck.slides.flatMap((slide) => readSlide(slide))]
}

/** Finds the exception for a check on a slide. */
export function findException(
  exceptions: readonly Exception[],
  { check, slide }: Pick<SlideFinding, 'check' | 'slide'>,
): Exception | undefined {
  return exceptions.find(
    (each) => each.check === check && (each.slide === undefined || each.slide === slide),
  )
}

/**
 * Separates intended findings from the others, and lists the exceptions that none of them needs. Takes findings before
 * those of one cause are one, so that the exception of one slide does not hide the others.
 */
export function applyExceptions<T extends SlideFinding>(
  findings: readonly T[],
  exceptions: readonly Exception[],
): { findings: T[]; allowed: (T & { reason: string })[]; unused: Exception[] } {
  const used = new Set<Exception>()
  const allowed: (T & { reason: string })[] = []
  const rest = findings.filter((finding) => {
    const exception = findException(exceptions, finding)
    if (exception) {
      used.add(exception)
      allowed.push({ ...finding, reason: exception.reason })
    }
    return !exception
  })
  return { findings: rest, allowed, unused: exceptions.filter((each) => !used.has(each)) }
}

// `- spelling`, `spelling: a reason`, `[spelling, facts]`, `{ spelling: a reason, facts: another }`
const ENTRY_RE = /(?:^\s*(?:-\s+)?|[{[,]\s*)["']?([a-z]+)/g

/** Reads `lectern.allow`, whose names and reasons `deck/settings.ts` has checked. */
function readHeadmatter({ slides, file, settings }: DeckModel): Exception[] {
  const lines = slides[0]?.frontmatterLines ?? []
  const block = lines.slice(lines.findIndex(({ text }) => /^["']?lectern["']?\s*:/.test(text)))
  const allow = block.slice(block.findIndex(({ text }) => /\ballow["']?\s*:/.test(text)))
  return CHECKS.flatMap((check) => {
    const reason = settings.allow[check]
    const own = allow.find(({ text }) => listEntries(text).includes(check))
    return reason === undefined ? [] : { check, file, line: (own ?? allow[0])?.number ?? 1, reason }
  })
}

/** Lists the checks that a line of YAML names as keys or as entries of a list. */
function listEntries(line: string): (CheckName | undefined)[] {
  return Array.from(line.matchAll(ENTRY_RE), ([, name = '']) => toCheckName(name))
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
    const unknown = isRecord(declared)
      ? Object.keys(declared).find((key) => key !== 'allow' && key !== 'reason')
      : undefined
    const seen = unknown === undefined ? 'is malformed' : `has no setting "${unknown}"`
    throw new Error(
      `${file}:${line}: "doctor" ${seen}. ` +
        'Expected the checks whose findings are intended, and why: `doctor: { allow: [overlap], reason: … }`.',
    )
  }
  return pairs.map(([name, why]) => {
    const check = toCheckName(name)
    if (!check) {
      throw new Error(
        `${file}:${line}: "doctor" allows "${name}", which is not a check. ` +
          `Did you mean ${nearestCheckName(name)}? The checks are ${CHECKS.join(', ')}.`,
      )
    }
    return { check, slide: slide.number, file, line, reason: why }
  })
}

/** Finds the line that declares a slide's exceptions, in its frontmatter or that of the slide that imports it. */
function findDeclaration(slide: SlideModel): { file: string; line: number } {
  const lines = [slide, ...slide.importers.toReversed()].flatMap(({ file, frontmatterLines }) =>
    frontmatterLines
      .filter(({ text }) => /^["']?doctor["']?\s*:/.test(text))
      .map(({ number }) => ({ file, line: number })),
  )
  return lines[0] ?? { file: slide.file, line: 1 }
}

/** Returns each check with its reason; `undefined` if the declaration is malformed. */
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
