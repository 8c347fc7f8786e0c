import { countSeen } from './seen-terms.ts'

/** Parts of Slidev's code groups: one tab for each block with a title, in their order. */
const GROUP = '.slidev-code-group'
const TAB = '.slidev-code-tab'
const BLOCK = '.slidev-code-wrapper[data-title]:not([data-title=""])'

/** Class of the block whose tab is open. */
const OPEN = 'active'

/** Opens the tab of each group of code that has most of the terms, where that is another one than the open one. */
export function openFoundTabs(slide: Element, terms: readonly string[]): void {
  for (const group of slide.querySelectorAll(GROUP)) {
    const tabs = group.querySelectorAll<HTMLElement>(TAB)
    const blocks = [...group.querySelectorAll(BLOCK)]
    const counts = blocks.map((block) => countSeen(block, terms))
    const most = Math.max(...counts)
    const open = blocks.findIndex((block) => block.classList.contains(OPEN))
    if (counts[open] !== most) {
      tabs[counts.indexOf(most)]?.click()
    }
  }
}
