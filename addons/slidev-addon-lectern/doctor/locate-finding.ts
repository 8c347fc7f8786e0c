import type { Finding } from '../checks/finding.ts'
import type { DeckModel, SlideModel } from '../deck/read-deck.ts'
import { findLine, findReference } from '../deck/source-lines.ts'
import type { SourceHint } from '../deck/source-lines.ts'

/**
 * Finds the line of the author's files that an observation comes from. If only the headmatter has it, the finding is
 * of slide 1.
 */
export function locateFinding(
  deck: DeckModel,
  number: number,
  hint: SourceHint,
): Pick<Finding, 'slide' | 'file' | 'line'> {
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
