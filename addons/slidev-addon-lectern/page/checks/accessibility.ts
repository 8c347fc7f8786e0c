import type { NodeResult, Result, RunOptions } from 'axe-core'

import type { SourceHint } from '../../deck/source-lines.ts'
import { andMore, quote } from '../observation.ts'
import type { Observation } from '../observation.ts'
import type { Box } from '../slide/box.ts'
import { isCovering, listCovers } from '../slide/covers.ts'
import { withHitTests } from '../slide/hit-test.ts'
import { DIMMED, opacityOf } from '../slide/opacity.ts'
import { isShown, viewSlide } from '../slide/slide-view.ts'
import type { TextLine } from '../slide/slide-view.ts'
import { describeContrast } from './accessibility/contrast.ts'

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

/** A text whose contrast axe-core cannot compute, such as one on an image: it is measured in a screenshot. */
export interface UnclearText {
  hint: SourceHint
  color: Rgb
  /** From 0 to 1: of the color and of all elements around the text. */
  opacity: number
  /** Least contrast: 3 for large text, else 4.5. */
  least: number
  /** Its lines, in CSS px of the window. */
  boxes: Box[]
}

/** A color of sRGB, each channel from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  elementRef: true,
  // An embedded page is not the author's, and examining it causes a warning in the console.
  iframes: false,
  // No rule here reads style sheets, and fetching those of other hosts causes a warning in the console.
  preload: { assets: ['media'] },
  resultTypes: ['violations', 'incomplete'],
  rules: {
    // The images check reports these.
    'image-alt': { enabled: false },
    'image-redundant-alt': { enabled: false },
    // These are about whole pages, and a slide is a part of Slidev's page.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
    // The overflow check reports scrollable boxes.
    'scrollable-region-focusable': { enabled: false },
  },
}

/** axe-core's rule for the contrast between a text and its background. */
const CONTRAST = 'color-contrast'

/** Runs axe-core on the slide that is shown. */
export async function inspectWithAxe(
  number: number,
): Promise<{ observations: Observation[]; unclear: UnclearText[] }> {
  const view = viewSlide(number)
  const { violations, incomplete } = await window.axe.run(
    { include: view.root, exclude: [...view.root.querySelectorAll(DIMMED)] },
    OPTIONS,
  )
  // The overlap check reports covered texts.
  const uncovered = withHitTests(() => {
    const covers = listCovers(view)
    return view.lines.filter((line) => !covers.some((cover) => isCovering(cover, line)))
  })
  return {
    observations: [
      ...describeContrasts(violations),
      ...violations
        .filter(({ id }) => id !== CONTRAST)
        .flatMap((rule) =>
          rule.nodes
            .filter((node) => !isFormula(node))
            .map((node) => describeViolation(rule, node)),
        ),
    ],
    unclear: incomplete
      .filter(({ id }) => id === CONTRAST)
      .flatMap(({ nodes }) => nodes.flatMap((node) => toUnclear(node, uncovered))),
  }
}

function describeViolation(rule: Result, { element, any, html }: NodeResult): Observation {
  const text = element?.textContent?.trim() ?? ''
  return {
    hint: hintOf(element, text),
    seen: `${quote(text || html)}: ${any[0]?.message ?? rule.help}`.replace(/\s+/g, ' '),
    expected: lowerFirst(rule.description),
    fix: `${rule.help}. See the rule "${rule.id}" of axe-core.`,
  }
}

/** Tells whether an element is a formula: its name is in MathML, which axe-core takes for hidden. */
function isFormula({ element }: NodeResult): boolean {
  return (element?.querySelector('.katex-mathml')?.textContent ?? '') !== ''
}

/** Describes all texts of the same two colors together. */
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
    return describeContrast(
      hintOf(nodes[0]?.element, text),
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
  const paint = readColor(element instanceof SVGElement ? fill : webkitTextFillColor || color)
  // Letters that show a background through them have no color of their own.
  if (!first || !paint || backgroundClip.includes('text')) {
    return []
  }
  const sizePx = Number.parseFloat(fontSize)
  const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(fontWeight) >= 700)
  return [
    {
      hint: hintOf(element, first.text),
      color: paint.color,
      opacity: paint.alpha * opacityOf(element),
      least: isLarge ? 3 : 4.5,
      boxes: own.map(({ ink }) => ink),
    },
  ]
}

/** Reads a CSS color by painting it, so that every notation the browser knows is understood. */
function readColor(css: string): { color: Rgb; alpha: number } | undefined {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!canvas || !CSS.supports('color', css)) {
    return undefined
  }
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return alpha > 0 ? { color: [red, green, blue], alpha: alpha / 255 } : undefined
}

function hintOf(element: HTMLElement | undefined, text: string): SourceHint {
  const reference = element?.getAttribute('src') ?? element?.getAttribute('href') ?? undefined
  return text ? { text } : { reference: reference ?? `<${element?.localName ?? ''}` }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
