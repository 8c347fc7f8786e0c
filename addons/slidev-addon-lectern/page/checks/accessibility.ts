import type { NodeResult, Result, RunOptions } from 'axe-core'

import { contrastFault } from '../../checks/contrast.ts'
import { andMore, quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import type { Box } from '../slide/box.ts'
import { isCovering, listCovers } from '../slide/covers.ts'
import { withHitTests } from '../slide/hit-test.ts'
import { DIMMED, opacityOf } from '../slide/opacity.ts'
import { isShown, viewSlide } from '../slide/slide-view.ts'
import type { TextLine } from '../slide/slide-view.ts'

declare global {
  interface Window {
    axe: {
      run: (
        context: unknown,
        options: RunOptions,
      ) => Promise<{ violations: Result[]; incomplete: Result[] }>
    }
  }
}

/** A text whose ground axe cannot tell, such as one on a picture: its contrast is measured by its pixels. */
export interface UnclearText {
  place: Observation['place']
  /** The text's color as CSS writes it. */
  color: string
  /** From 0 to 1; what the elements around it add to it included. */
  opacity: number
  /** Least contrast: 3 for large type, else 4.5. */
  least: number
  /** Its lines, in CSS px of the window. */
  boxes: Box[]
}

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  elementRef: true,
  // The page in a frame is not the author's to mend; asking it for its faults warns in the console.
  iframes: false,
  resultTypes: ['violations', 'incomplete'],
  rules: {
    // The images check tells of these, with the line of the picture.
    'image-alt': { enabled: false },
    'image-redundant-alt': { enabled: false },
    // A slide is no page: Slidev draws the page around it.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
    // Nobody scrolls a slide: the overflow check tells of such a box.
    'scrollable-region-focusable': { enabled: false },
  },
}

/** The rule that compares a text's color with its ground. */
const CONTRAST = 'color-contrast'

/** What axe says of the slide that is shown. */
export async function inspectWithAxe(
  number: number,
): Promise<{ faults: Observation[]; unclear: UnclearText[] }> {
  const view = viewSlide(number)
  const { violations, incomplete } = await window.axe.run(
    { include: view.root, exclude: [...view.root.querySelectorAll(DIMMED)] },
    OPTIONS,
  )
  // What is covered is the overlap check's.
  const uncovered = withHitTests(() => {
    const covers = listCovers(view)
    return view.lines.filter((line) => !covers.some((cover) => isCovering(cover, line)))
  })
  return {
    faults: [
      ...describeContrasts(violations),
      ...violations
        .filter(({ id }) => id !== CONTRAST)
        .flatMap((rule) =>
          rule.nodes.filter((node) => !isFormula(node)).map((node) => toFault(rule, node)),
        ),
    ],
    unclear: incomplete
      .filter(({ id }) => id === CONTRAST)
      .flatMap(({ nodes }) => nodes.flatMap((node) => toUnclear(node, uncovered))),
  }
}

function toFault(rule: Result, { element, any, html }: NodeResult): Observation {
  const text = element?.textContent?.trim() ?? ''
  return {
    place: placeOf(element, text),
    seen: `${quote(text || html)}: ${any[0]?.message ?? rule.help}`.replace(/\s+/g, ' '),
    expected: lowerFirst(rule.description),
    fix: `${rule.help}. Rule "${rule.id}" of axe-core says more.`,
  }
}

/** A formula has its name in MathML, which axe takes for hidden. */
function isFormula({ element }: NodeResult): boolean {
  return (element?.querySelector('.katex-mathml')?.textContent ?? '') !== ''
}

/** One fault for all texts of the same two colors. */
function describeContrasts(violations: readonly Result[]): Observation[] {
  const byColors = new Map<string, { data: ContrastData; nodes: NodeResult[] }>()
  for (const node of violations.filter(({ id }) => id === CONTRAST).flatMap(({ nodes }) => nodes)) {
    const data: unknown = node.any[0]?.data
    if (isContrast(data)) {
      const colors = `${data.fgColor} on ${data.bgColor}`
      const nodes = byColors.get(colors)?.nodes ?? []
      byColors.set(colors, { data, nodes: [...nodes, node] })
    }
  }
  return [...byColors].flatMap(([colors, { data, nodes }]) => {
    const text = nodes[0]?.element?.textContent?.trim() ?? ''
    return contrastFault(
      placeOf(nodes[0]?.element, text),
      `${quote(text)}${andMore(nodes.length - 1)}`,
      {
        ratio: data.contrastRatio,
        least: Number.parseFloat(data.expectedContrastRatio),
        colors,
      },
    )
  })
}

interface ContrastData {
  contrastRatio: number
  fgColor: string
  bgColor: string
  expectedContrastRatio: string
}

function isContrast(data: unknown): data is ContrastData {
  return typeof data === 'object' && data !== null && 'contrastRatio' in data && 'fgColor' in data
}

function toUnclear({ element }: NodeResult, lines: readonly TextLine[]): UnclearText[] {
  if (!element || !isShown(element)) {
    return []
  }
  const own = lines.filter((line) => line.element === element)
  const [first] = own
  const { color, fill, webkitTextFillColor, fontSize, fontWeight, backgroundClip } =
    getComputedStyle(element)
  // Letters painted by their own background have no color to compare.
  if (!first || backgroundClip.includes('text')) {
    return []
  }
  const sizePx = Number.parseFloat(fontSize)
  const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(fontWeight) >= 700)
  return [
    {
      place: placeOf(element, first.text),
      color: element instanceof SVGElement ? fill : webkitTextFillColor || color,
      opacity: opacityOf(element),
      least: isLarge ? 3 : 4.5,
      boxes: own.map(({ ink }) => ink),
    },
  ]
}

function placeOf(element: HTMLElement | undefined, text: string): Observation['place'] {
  const reference = element?.getAttribute('src') ?? element?.getAttribute('href') ?? undefined
  return text ? { text } : { reference: reference ?? `<${element?.localName ?? ''}` }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
