import { nameItems, quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { addItems, describeGap, kindOf } from './fonts/describe-gap.ts'
import type { FontGap } from './fonts/describe-gap.ts'
import { listDrawnTexts } from './fonts/drawn-texts.ts'
import { findMissingCharacters, isGeneric, listFamilies } from './fonts/missing-characters.ts'
import { listRemoteFonts } from './fonts/remote-fonts.ts'
import type { RemoteFonts } from './fonts/remote-fonts.ts'
import { scriptOf } from './fonts/scripts.ts'

/**
 * Finds characters that no font has, so that they are drawn as empty boxes, and those that no bundled font has, so
 * that each machine draws them differently. A font of the machine is right for a generic family such as `sans-serif`.
 *
 * Leaves fonts of other hosts to the check `network`, because the doctor refuses their requests.
 *
 * @returns One observation for each cause, the same on all slides.
 */
export async function inspectFonts({ root, lines }: SlideView): Promise<Observation[]> {
  const gaps = [...(await collectGaps(root)).values()]
  return gaps
    .filter(({ cause }) => cause !== 'remote')
    .map((gap) => {
      const line = lines.find(({ element }) => element === gap.element)
      const { text, nth } = line ?? { text: gap.text, nth: 0 }
      return { hint: { text, nth }, ...describeGap({ ...gap, text }) }
    })
}

/** Characters of printed slides or notes that are not drawn with a bundled font. */
export interface PrintedFontGap extends Pick<
  Required<Observation>,
  'hint' | 'severity' | 'seen' | 'fix'
> {
  /** Number of a slide that shows it. */
  slide: number
  /** Address that did not answer, of a font that is fetched from another host. */
  source?: string | undefined
}

/** Finds characters in a print view that no bundled font has: one gap for each cause and slide. */
export async function inspectPrintedFonts(): Promise<PrintedFontGap[]> {
  const found = new Map<string, { numbers: Set<number>; gap: FontGap }>()
  const places = document.querySelectorAll<HTMLElement>('[data-slide-place]')
  const slides = document.querySelectorAll<HTMLElement>('.print-slide-container')
  for (const root of places.length > 0 ? places : slides) {
    const slide = Number.parseInt(root.dataset['slidePlace'] ?? root.id, 10)
    for (const [kind, gap] of await collectGaps(root)) {
      const known = found.get(kind)
      if (known) {
        addItems(known.gap, gap.items)
        known.numbers.add(slide)
      } else {
        found.set(kind, { numbers: new Set([slide]), gap })
      }
    }
  }
  return [...found.values()].flatMap(({ numbers, gap }) => {
    const { seen, items = [], severity, fix } = describeGap(gap)
    const described = {
      hint: { text: gap.text },
      severity,
      seen: nameItems(seen, items),
      fix,
      source: gap.source,
    }
    return Array.from(numbers, (slide) => ({ slide, ...described }))
  })
}

/** Problems of the fonts of texts, in sentences. */
export interface FontProblems {
  /** Characters that no font of this machine has either. */
  errors: string[]
  /** Texts that each machine draws differently; one sentence a font. */
  warnings: string[]
}

/** Names the characters of an element that no bundled font has. A font of the machine is right for a generic family. */
export async function describeFontProblems(root: Element): Promise<FontProblems> {
  const errors: string[] = []
  const warnings: string[] = []
  const unbundled = new Map<string, Set<string>>()
  for (const { text, style } of listDrawnTexts(root)) {
    const [family = ''] = listFamilies(style.fontFamily)
    const { bundled, foreign, boxes } = await findMissingCharacters(text, style)
    if (boxes.length > 0) {
      errors.push(nameItems(`no font has {items} in ${quote(text)}.`, boxes.map(inMarks)))
    }
    if (foreign.length > 0 && !isGeneric(family)) {
      if (bundled.length > 0) {
        warnings.push(
          nameItems(`no bundled font has {items} in ${quote(text)}.`, foreign.map(inMarks)),
        )
      } else {
        unbundled.set(family, (unbundled.get(family) ?? new Set()).add(quote(text)))
      }
    }
  }
  for (const [family, texts] of unbundled) {
    const seen = `{items} in ${family}, which is not bundled or does not load: other machines draw another font. `
    const fix = 'Bundle it with @font-face in styles/index.css, or name a bundled one.'
    warnings.push(nameItems(seen + fix, [...texts]))
  }
  return { errors, warnings }
}

/** Collects the gaps of an element by kind, which is the same for one cause on all slides. */
async function collectGaps(root: Element): Promise<Map<string, FontGap>> {
  const gaps = new Map<string, FontGap>()
  const remote = listRemoteFonts()
  const add = (gap: FontGap): void => {
    const kind = kindOf(gap)
    const known = gaps.get(kind)
    if (known) {
      addItems(known, gap.items)
    } else {
      gaps.set(kind, gap)
    }
  }
  for (const { element, text, style } of listDrawnTexts(root)) {
    const families = listFamilies(style.fontFamily)
    const [family = ''] = families
    const { bundled, foreign, boxes } = await findMissingCharacters(text, style)
    const gap = { family, bundled, element, text }
    for (const character of boxes) {
      add({ ...gap, cause: 'boxes', script: scriptOf(character), items: [inMarks(character)] })
    }
    if (foreign.length > 0 && !isGeneric(family)) {
      add({ ...gap, items: foreign.map(inMarks), ...findCause(families, bundled, remote) })
    }
  }
  return gaps
}

/** Finds out why characters are drawn with a font of the machine. */
function findCause(
  families: readonly string[],
  bundled: readonly string[],
  { findSource }: RemoteFonts,
): Pick<FontGap, 'cause'> & Partial<FontGap> {
  if (bundled.length > 0) {
    return { cause: 'lacking' }
  }
  const family = families.find((each) => findSource(each) !== undefined)
  return family === undefined
    ? { cause: 'missing' }
    : { cause: 'remote', items: [family], source: findSource(family) }
}

function inMarks(character: string): string {
  return `"${character}"`
}
