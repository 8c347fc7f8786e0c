import type { Adaptation } from './adaptation.ts'
import { inPercent, LEAST_SHARE, shareToFit } from './paper-slide.ts'

/** Parts that cannot be broken into lines, by what a message calls them. */
const PARTS: readonly [selector: string, name: string][] = [
  ['table', 'a table'],
  ['.katex-display', 'a formula'],
]

/** Prints tables and formulas smaller that are wider than their place. */
export function shrinkWideParts(root: HTMLElement): Omit<Adaptation, 'slide'>[] {
  return PARTS.flatMap(([selector, name]) =>
    [...root.querySelectorAll<HTMLElement>(selector)].flatMap((part) => {
      const share = part.checkVisibility() ? shareOf(part) : 1
      if (share === 1) {
        return []
      }
      part.style.setProperty('zoom', String(share))
      return {
        kind: 'fit' as const,
        severity: 'warning' as const,
        message: `${name} is printed at ${inPercent(share)}, because it is wider than its place`,
      }
    }),
  )
}

/** Returns the share at which a part fits into its parent; 1 for a part that the author moved elsewhere. */
function shareOf(part: HTMLElement): number {
  const { parentElement } = part
  const { position, float } = getComputedStyle(part)
  if (!parentElement || position === 'absolute' || position === 'fixed' || float !== 'none') {
    return 1
  }
  const { paddingLeft, paddingRight } = getComputedStyle(parentElement)
  const roomPx =
    parentElement.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
  return Math.max(LEAST_SHARE, shareToFit(Math.max(part.offsetWidth, part.scrollWidth), roomPx))
}
