import { quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { listDrawnTexts } from './fonts/drawn-texts.ts'
import { findMissingCharacters, isGeneric, listFamilies } from './fonts/missing-characters.ts'
import type { MissingCharacters } from './fonts/missing-characters.ts'

/** A message names at most this many characters. */
const MOST_NAMED = 8

/** A font that is not bundled or lacks characters, with the first text that shows it. */
interface FontGap extends MissingCharacters {
  /** The first family of the text. */
  family: string
  element: Element
  text: string
}

/**
 * Finds texts with characters that no bundled font has: each machine draws them with another font, or as empty
 * boxes. Skips texts that ask for a generic family such as `sans-serif`, because any font is right for them.
 *
 * @returns One observation for each font that is not bundled or lacks characters.
 */
export async function inspectFonts({ root, lines }: SlideView): Promise<Observation[]> {
  return Array.from(await collectGaps(root), ([kind, gap]) => {
    const line = lines.find(({ element }) => element === gap.element)
    const { text, nth } = line ?? { text: gap.text, nth: 0 }
    const { family, bundled } = gap
    return bundled.length === 0
      ? {
          kind,
          hint: { text, nth },
          seen: `${quote(text)} is drawn with a font of the machine: ${family} is not bundled, or does not load`,
          expected: `${family} on every machine`,
          fix: 'Bundle the font and make sure that its file loads, or name another one in the headmatter under `fonts:`.',
          isDeckWide: true,
        }
      : {
          kind,
          hint: { text, nth },
          seen: describeCharacters({ ...gap, text }),
          expected: `characters of ${bundled.slice(0, 2).join(' or ')}, the same on every machine`,
          fix: 'Use other characters, or bundle a font that has them and name it in the headmatter under `fonts:`.',
        }
  })
}

/** A font that lacks characters of printed slides or notes. */
export interface PrintedFontGap {
  /** Number of the first slide that shows it. */
  slide: number
  /** One sentence without its period. */
  seen: string
}

/** Finds characters in a print view that no bundled font has, once per font. */
export async function inspectPrintedFonts(): Promise<PrintedFontGap[]> {
  const found = new Map<string, PrintedFontGap>()
  const places = document.querySelectorAll<HTMLElement>('[data-slide-place]')
  const slides = document.querySelectorAll<HTMLElement>('.print-slide-container')
  for (const root of places.length > 0 ? places : slides) {
    const slide = Number.parseInt(root.dataset['slidePlace'] ?? root.id, 10)
    for (const [kind, gap] of await collectGaps(root)) {
      if (!found.has(kind)) {
        found.set(kind, { slide, seen: describePrinted(gap) })
      }
    }
  }
  return [...found.values()]
}

function describePrinted(gap: FontGap): string {
  return gap.bundled.length === 0
    ? `${quote(gap.text)} is set in ${gap.family}, which is not bundled`
    : describeCharacters(gap)
}

/** Names the characters of an element that no bundled font has, in one sentence per text. */
export async function describeMissingCharacters(root: Element): Promise<string[]> {
  const sentences: string[] = []
  for (const { text, style } of listDrawnTexts(root)) {
    const { characters } = await findMissingCharacters(text, style)
    if (characters.length > 0) {
      sentences.push(`${describeCharacters({ text, characters })}.`)
    }
  }
  return sentences
}

/** Collects the gaps of an element by kind, which is the same for one font on all slides. */
async function collectGaps(root: Element): Promise<Map<string, FontGap>> {
  const gaps = new Map<string, FontGap>()
  for (const { element, text, style } of listDrawnTexts(root)) {
    const [family = ''] = listFamilies(style.fontFamily)
    const found = isGeneric(family) ? undefined : await findMissingCharacters(text, style)
    if (found && found.characters.length > 0) {
      const kind = `${found.bundled.length === 0 ? 'missing' : 'lacking'} ${family}`
      const known = gaps.get(kind)
      gaps.set(kind, {
        ...(known ?? { ...found, family, element, text }),
        characters: [...new Set([...(known?.characters ?? []), ...found.characters])],
      })
    }
  }
  return gaps
}

/** Returns `"→" and "✓" in "a → b" are in no bundled font`. */
function describeCharacters({ text, characters }: Pick<FontGap, 'text' | 'characters'>): string {
  const named = characters.slice(0, MOST_NAMED).map((character) => `"${character}"`)
  const others = characters.length - named.length
  const names = [...named, ...(others > 0 ? [`${others} more characters`] : [])]
  const listed =
    names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')
  return `${listed} in ${quote(text)} ${names.length > 1 ? 'are' : 'is'} in no bundled font`
}
