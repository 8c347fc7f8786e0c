import { findCodeGroups, isOpen } from '../code-groups.ts'
import { countSeen } from './seen-terms.ts'

/** Opens the tab of each group of code that has most of the terms, where that is another one than the open one. */
export function openFoundTabs(slide: Element, terms: readonly string[]): void {
  for (const { tabs, blocks } of findCodeGroups(slide)) {
    const counts = blocks.map((block) => countSeen(block, terms))
    const most = Math.max(...counts)
    if (counts[blocks.findIndex(isOpen)] !== most) {
      tabs[counts.indexOf(most)]?.click()
    }
  }
}
