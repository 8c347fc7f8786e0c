import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { listDrawnTexts } from '../slide/drawn-texts.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { findUncovered, isGeneric, listFamilies } from './uncovered.ts'
import type { Uncovered } from './uncovered.ts'

/** The most characters that a finding names. */
const MOST_NAMED = 8

/** A font that is missing or lacks characters, with the first text that shows it. */
interface FontCause extends Uncovered {
  /** The family that the text asks for first. */
  family: string
  element: Element
  text: string
}

/**
 * Texts of a slide with characters that no bundled font has: every machine draws them with another font, or
 * as empty boxes. A text set in a kind of font, such as `sans-serif`, is left alone: any font is right for it.
 *
 * @returns One fault for each font that is missing or lacks something.
 */
export async function inspectFonts({ root, lines }: SlideView): Promise<Observation[]> {
  return Array.from(await collectCauses(root), ([kind, cause]) => {
    const line = lines.find(({ element }) => element === cause.element)
    const { text, nth } = line ?? { text: cause.text, nth: 0 }
    const { family, bundled } = cause
    return bundled.length === 0
      ? {
          kind,
          place: { text, nth },
          seen: `${quote(text)} is drawn with whatever font the machine has: ${family} is not bundled, or does not load`,
          expected: `${family}, on every machine`,
          fix: 'Bundle the font and check that its file loads, or name another one in the headmatter under `fonts:`.',
          isDeckWide: true,
        }
      : {
          kind,
          place: { text, nth },
          seen: describeCharacters({ ...cause, text }),
          expected: `characters of ${bundled.slice(0, 2).join(' or ')}, the same on every machine`,
          fix: 'Write it with other characters, or bundle a font that has it and name that in the headmatter under `fonts:`.',
        }
  })
}

/** A font that lacks characters of slides or notes that are printed. */
export interface PrintedCause {
  /** The first slide that shows it. */
  slide: number
  /** A sentence without its full stop. */
  seen: string
}

/** Finds characters of slides and notes in a print view that no bundled font has, once for each font. */
export async function inspectPrintedFonts(): Promise<PrintedCause[]> {
  const found = new Map<string, PrintedCause>()
  const places = document.querySelectorAll<HTMLElement>('[data-slide-place]')
  const slides = document.querySelectorAll<HTMLElement>('.print-slide-container')
  for (const root of places.length > 0 ? places : slides) {
    const slide = Number.parseInt(root.dataset['slidePlace'] ?? root.id, 10)
    for (const [kind, cause] of await collectCauses(root)) {
      if (!found.has(kind)) {
        found.set(kind, { slide, seen: describeCharacters(cause) })
      }
    }
  }
  return [...found.values()]
}

/** Names the characters within an element that no bundled font has, in a sentence for each text. */
export async function describeUncovered(root: Element): Promise<string[]> {
  const sentences: string[] = []
  for (const { text, style } of listDrawnTexts(root)) {
    const { characters } = await findUncovered(text, style)
    if (characters.length > 0) {
      sentences.push(`${describeCharacters({ text, characters })}.`)
    }
  }
  return sentences
}

/** The fonts that are missing or lack characters, by what they have in common on several slides. */
async function collectCauses(root: Element): Promise<Map<string, FontCause>> {
  const causes = new Map<string, FontCause>()
  for (const { element, text, style } of listDrawnTexts(root)) {
    const [family = ''] = listFamilies(style.fontFamily)
    const found = isGeneric(family) ? undefined : await findUncovered(text, style)
    if (found && found.characters.length > 0) {
      const kind = `${found.bundled.length === 0 ? 'missing' : 'lacking'} ${family}`
      const known = causes.get(kind)
      causes.set(kind, {
        ...(known ?? { ...found, family, element, text }),
        characters: [...new Set([...(known?.characters ?? []), ...found.characters])],
      })
    }
  }
  return causes
}

/** `"→" and "✓" in "a → b" are in no bundled font`. */
function describeCharacters({ text, characters }: Pick<FontCause, 'text' | 'characters'>): string {
  const named = characters.slice(0, MOST_NAMED).map((character) => `"${character}"`)
  const others = characters.length - named.length
  const names = [...named, ...(others > 0 ? [`${others} more characters`] : [])]
  const listed =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')
  return `${listed} in ${quote(text)} ${names.length > 1 ? 'are' : 'is'} in no bundled font`
}
