import type { NodeResult, Result, RunOptions } from 'axe-core'

import { findSlidev } from '../../client/slidev-nav.ts'
import type { Observation } from '../observation.ts'
import { isCovering, listCovers } from '../slide/covers.ts'
import { withHitTests } from '../slide/hit-test.ts'
import { DIMMED } from '../slide/opacity.ts'
import { viewSlide } from '../slide/slide-view.ts'
import { inspectCodeThemes } from './accessibility/code-themes.ts'
import { isJudged } from './accessibility/text-style.ts'
import { describeContrasts, toUnclear } from './accessibility/texts.ts'
import type { UnclearText } from './accessibility/texts.ts'
import { describeViolations } from './accessibility/violations.ts'

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
    // Tables in Markdown always have a header; the cell above the names of their rows is empty.
    'empty-table-header': { enabled: false },
    // The overflow check reports scrollable boxes.
    'scrollable-region-focusable': { enabled: false },
  },
}

/** Selects what is not examined: what Slidev dims, and editors, whose elements are not the author's. */
const UNEXAMINED = `${DIMMED}, .monaco-editor`

/** axe-core's rule for the contrast between a text and its background. */
const CONTRAST = 'color-contrast'

/** Structures of slides that all rules were applied to. */
const examined = new Set<string>()

/**
 * Runs axe-core on the slide that is shown: all rules where its structure is new, else only the one for contrast. Finds
 * code without colors, too.
 */
export async function inspectWithAxe(
  number: number,
): Promise<{ observations: Observation[]; unclear: UnclearText[] }> {
  const view = viewSlide(number)
  const isNew = isStructureNew(view.root)
  const { violations, incomplete } = await window.axe.run(
    { include: view.root, exclude: [...view.root.querySelectorAll(UNEXAMINED)] },
    isNew ? OPTIONS : { ...OPTIONS, runOnly: { type: 'rule', values: [CONTRAST] } },
  )
  const moving = new Set(
    document
      .getAnimations()
      .flatMap(({ effect }) =>
        effect instanceof KeyframeEffect && effect.target ? effect.target : [],
      ),
  )
  const judge = ({ id, nodes }: Result): NodeResult[] =>
    id === CONTRAST ? nodes.filter(({ element }) => element && isJudged(element, moving)) : []
  // The overlap check reports covered texts.
  const uncovered = withHitTests(() => {
    const covers = listCovers(view)
    return view.lines.filter((line) => !covers.some((cover) => isCovering(cover, line)))
  })
  return {
    observations: [
      ...describeContrasts(violations.flatMap(judge)),
      ...inspectCodeThemes(view.root),
      ...violations.filter(({ id }) => id !== CONTRAST).flatMap(describeViolations),
    ],
    unclear: incomplete.flatMap(judge).flatMap((node) => toUnclear(node, uncovered)),
  }
}

/** Tells whether a slide's structure is seen for the first time, in the first of the deck's modes. */
function isStructureNew(root: Element): boolean {
  const isDark = document.documentElement.classList.contains('dark')
  if (isDark && findSlidev().configs.colorSchema !== 'dark') {
    return false
  }
  const structure = readStructure(root)
  const isNew = !examined.has(structure)
  examined.add(structure)
  return isNew
}

/** Returns a slide's elements without what only changes their look, and without those of other click steps. */
function readStructure(root: Element): string {
  const copy = root.cloneNode(true)
  if (!(copy instanceof Element)) {
    return ''
  }
  for (const element of copy.querySelectorAll(UNEXAMINED)) {
    element.remove()
  }
  for (const element of copy.querySelectorAll('*')) {
    element.removeAttribute('class')
    element.removeAttribute('style')
  }
  return `${copy.getAttribute('data-slidev-no')} ${copy.innerHTML}`
}
