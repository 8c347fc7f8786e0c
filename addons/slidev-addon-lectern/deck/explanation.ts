import type { CheckName } from './check-names.ts'
import type { DeckModel, SlideModel } from './read-deck.ts'

/** Something in the author's files that keeps a deck, or a part of it, from being built. */
export interface Explanation {
  /** Check of the doctor that it belongs to. */
  check: CheckName
  /** Name of the file, relative to the working folder. */
  file: string
  /** 1-based. */
  line: number
  /** Number of the slide, where the line belongs to one. */
  slide?: number
  /** Problem, quoting the author's text: one sentence without its period. */
  seen: string
  /** Expected state: a phrase without a period. */
  expected: string
  /** Steps to fix it: one or two sentences. */
  fix: string
}

/** Reports slips in the author's files, one line each, such as `slides.md:4: …`. */
export class DeckError extends Error {
  override name = 'DeckError'

  readonly explanations: readonly Explanation[]

  constructor(explanations: readonly Explanation[], options?: ErrorOptions) {
    super(explanations.map(describeExplanation).join('\n'), options)
    this.explanations = explanations
  }
}

/** Returns an explanation as one line that begins with file and line. */
export function describeExplanation({ file, line, seen, expected, fix }: Explanation): string {
  return `${file}:${line}: ${seen}. Expected ${expected}. ${fix}`
}

/** Returns the line of a key in a slide's frontmatter, or in that of a slide that imports it. */
export function placeKey(
  deck: DeckModel,
  slide: SlideModel,
  key: string,
): Pick<Explanation, 'file' | 'line' | 'slide'> {
  const sources = [slide, ...slide.importers.toReversed()]
  for (const { file, frontmatterLines } of sources) {
    const found = frontmatterLines.find(({ text }) => isKeyLine(text, key))
    if (found) {
      return { file, line: found.number, slide: slide.number }
    }
  }
  return { file: deck.file, line: 1, slide: slide.number }
}

function isKeyLine(text: string, key: string): boolean {
  return text.replaceAll(/["']/g, '').trimStart().startsWith(`${key}:`)
}
