import type { SlideFinding } from '../checks/finding.ts'
import type { CheckName } from '../deck/check-names.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { findLine, findReference, findWholeText, firstLine } from '../deck/source-lines.ts'
import type { SourceHint } from '../deck/source-lines.ts'
import type { Observation } from '../page/observation.ts'

/** Makes a finding of what a check observed on a slide. */
export function makeFinding(
  deck: DeckModel,
  check: CheckName,
  number: number,
  observation: Observation,
): SlideFinding {
  const { hint, seen, expected, fix, severity, badness, items, kind, isDeckWide } = observation
  return {
    check,
    seen,
    expected,
    fix,
    ...locateFinding(deck, number, hint),
    ...(severity === undefined ? {} : { severity }),
    ...(badness === undefined ? {} : { badness }),
    ...(items === undefined ? {} : { items }),
    ...findLayer(deck, number, observation),
    ...(isDeckWide && kind !== undefined && !hasOwn(deck, number, hint) ? { cause: kind } : {}),
  }
}

/** A text on fewer slides than these may come from a component that their author wrote there. */
const LEAST_OF_LAYER = 3

/** Returns the place of a deck-wide text that is not in the slide's Markdown: the headmatter, which sets such texts. */
function findLayer(
  { slides }: DeckModel,
  number: number,
  { hint: { text }, isDeckWide }: Observation,
): Pick<SlideFinding, 'layer'> {
  const [first] = slides
  const slide = slides[number - 1]
  if (!first || !slide || text === undefined || !isDeckWide) {
    return {}
  }
  const isOwn = findWholeText([...slide.contentLines, ...ownFrontmatter(slide)], text) !== undefined
  const line =
    findWholeText(first.frontmatterLines, text) ??
    first.frontmatterLines[0]?.number ??
    firstLine(first)
  const leastSlides = Math.max(LEAST_OF_LAYER, slides.length / 2)
  return isOwn ? {} : { layer: { slide: first.number, file: first.file, line, leastSlides } }
}

/** Returns the lines of a slide's frontmatter; none for the first one, whose headmatter is of the deck. */
function ownFrontmatter({ number, frontmatterLines }: SlideModel): SlideModel['frontmatterLines'] {
  return number > 1 ? frontmatterLines : []
}

/** Tells whether a slide other than the first declares for itself what is usually declared in the headmatter. */
function hasOwn(deck: DeckModel, number: number, { reference }: SourceHint): boolean {
  const slide = deck.slides[number - 1]
  return number > 1 && slide !== undefined && reference !== undefined
    ? findReference(slide, reference) !== undefined
    : false
}

/**
 * Finds the line of the author's files that an observation comes from. If only the headmatter has it, the finding is
 * of slide 1.
 */
export function locateFinding(
  deck: DeckModel,
  number: number,
  hint: SourceHint,
): Pick<SlideFinding, 'slide' | 'file' | 'line'> {
  const slide = deck.slides[number - 1]
  const [first] = deck.slides
  if (!slide || !first) {
    return { slide: number, file: deck.file, line: 1 }
  }
  const isInHeadmatter =
    hint.reference !== undefined &&
    hint.text === undefined &&
    findReference(slide, hint.reference) === undefined &&
    hasInFrontmatter(first, hint.reference)
  const owner = isInHeadmatter ? first : slide
  return { slide: owner.number, file: owner.file, line: findLine(owner, hint) }
}

function hasInFrontmatter({ frontmatterLines }: SlideModel, reference: string): boolean {
  return frontmatterLines.some(({ text }) => text.includes(reference))
}
