import { inPx } from '../observation.ts'
import { drawnElements } from '../slide/drawn-tree.ts'
import type { Adaptation } from './adaptation.ts'

/** Selects elements that arrange their content themselves. */
const EDITORS = 'textarea, .monaco-editor, .monaco-editor *'

/** Lets boxes that scroll down grow to the height of their content. */
export function openScrollers(root: HTMLElement): Omit<Adaptation, 'slide'>[] {
  return [...drawnElements(root)].flatMap((element) => {
    const hiddenPx = element.scrollHeight - element.clientHeight
    if (!(element instanceof HTMLElement) || !isScroller(element) || hiddenPx <= 1) {
      return []
    }
    // The minimum is stronger than a fixed height, also of a parent, and keeps a box that is a part of a layout as it is.
    element.style.setProperty('max-height', 'none', 'important')
    element.style.setProperty('min-height', 'fit-content', 'important')
    return {
      kind: 'scroll',
      severity: 'hint',
      message: `a box that scrolls is printed open: ${inPx(hiddenPx)} of it were out of sight`,
    }
  })
}

function isScroller(element: HTMLElement): boolean {
  return (
    element.checkVisibility() &&
    /auto|scroll/.test(getComputedStyle(element).overflowY) &&
    !element.matches(EDITORS)
  )
}
