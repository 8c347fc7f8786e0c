import { quote } from '../../observation.ts'
import type { Observation } from '../../observation.ts'
import { closestDrawn } from '../../slide/drawn-tree.ts'
import { DIAGRAM } from '../accessibility/text-style.ts'
import { installCommandOf } from './google-fonts.ts'
import { fontPackageOf } from './scripts.ts'

/** Characters that are not drawn with a bundled font, with the first text that shows it. */
export interface FontGap {
  /**
   * `boxes`: no font has the characters. `lacking`: the bundled fonts lack them, a font of the machine has them.
   * `missing`: the text's font is not bundled or does not load. `remote`: it is fetched from another host.
   */
  cause: 'boxes' | 'lacking' | 'missing' | 'remote'
  /** The first family of the text. */
  family: string
  /** Script of the characters, for the cause `boxes`: each needs a font of its own. */
  script?: string
  /** Families of the text that are bundled and load. */
  bundled: readonly string[]
  /** The characters in quotation marks; families for the cause `remote`. */
  items: string[]
  /** Address that a remote font is to come from. */
  source?: string | undefined
  element: Element
  text: string
}

/** Names the cause of a gap, the same on all slides. */
export function kindOf({ cause, family, script, source }: FontGap): string {
  const subject = { boxes: script ?? '', lacking: family, missing: family, remote: source ?? '' }
  return `${cause} ${subject[cause]}`.trim()
}

/** Adds characters or families to those of a gap, each once. */
export function addItems(gap: FontGap, items: readonly string[]): void {
  gap.items = [...new Set([...gap.items, ...items])]
}

/** An observation of a gap without its place. */
export type GapDescription = Omit<Observation, 'hint'> & Required<Pick<Observation, 'severity'>>

/** Describes a gap, once for the deck. */
export function describeGap(gap: FontGap): GapDescription {
  return { kind: kindOf(gap), isDeckWide: true, ...DESCRIBE[gap.cause](gap) }
}

const DESCRIBE: Record<FontGap['cause'], (gap: FontGap) => Omit<GapDescription, 'kind'>> = {
  boxes: ({ items, script = '' }) => ({
    items,
    severity: 'error',
    seen: 'no font of this machine or the deck has {items}: drawn as empty boxes',
    expected: 'characters that can be read',
    fix:
      `Bundle a font that has them${suggestPackage(script)}, and name it in the headmatter under \`fonts:\`; ` +
      'or install one on this machine, which mends its PDFs only.',
  }),
  lacking: ({ items, bundled }) => ({
    items,
    severity: 'warning',
    seen: 'no bundled font has {items}: drawn with a font of this machine',
    expected: `characters of ${bundled.slice(0, 2).join(' or ')}, the same on every machine`,
    fix: 'Use other characters, or bundle a font that has them and name it in the headmatter under `fonts:`.',
  }),
  missing: ({ text, family, element }) => ({
    severity: isDefaultOfDiagram(element, family) ? 'hint' : 'warning',
    seen: `${quote(text)} is drawn with a font of this machine: ${family} is not bundled, or does not load`,
    expected: `${family} on every machine`,
    fix:
      'Bundle the font and make sure that its file loads, or name another one ' +
      (element.closest('svg')
        ? 'where the drawing names it; for Mermaid, `fontFamily` in setup/mermaid.ts.'
        : 'in the headmatter under `fonts:`.'),
  }),
  remote: ({ items, source = '' }) => ({
    items,
    severity: 'warning',
    seen: `{items} did not come from ${new URL(source).host}: drawn with a font of this machine`,
    expected: 'the same font on every machine, without a network',
    fix:
      `Install it (\`${installCommandOf(items)}\`), import it in styles/index.ts, ` +
      'and set `fonts: { provider: none }` in the headmatter.',
  }),
}

/** Tells whether a diagram has the font that Mermaid sets where the deck names none. */
function isDefaultOfDiagram(element: Element, family: string): boolean {
  return family.toLowerCase() === 'trebuchet ms' && closestDrawn(element, DIAGRAM) !== undefined
}

function suggestPackage(script: string): string {
  const name = fontPackageOf(script)
  return name === undefined ? '' : `, such as ${name}`
}
