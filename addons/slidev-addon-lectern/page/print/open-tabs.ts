import { findCodeGroups, isOpen } from '../../client/code-groups.ts'
import type { CodeGroup } from '../../client/code-groups.ts'
import { HIDDEN_BY_STEP } from '../../client/hidden-steps.ts'
import { nameItems, quote } from '../observation.ts'
import type { Adaptation } from './adaptation.ts'
import { shareToFit } from './paper-slide.ts'

/** Distance of a block from the one above it. */
const GAP = '0.5em'

/** Groups of code stay closed where the slide would have to be printed at less than this share of its size. */
const LEAST_OPEN_SHARE = 0.6

/** A block of a group of code that is out of sight on the slide. */
interface ClosedBlock {
  /** Title as typed, with the name of its icon. */
  title: string
  /** Title as the tab shows it. */
  name: string
}

/**
 * Shows the blocks of a slide's groups of code one below the other, each with its tab as its title, unless the slide
 * has no room for them.
 *
 * @param isFitted - Whether a slide that is too full is printed smaller.
 */
export function openTabs(root: HTMLElement, isFitted: boolean): Omit<Adaptation, 'slide'>[] {
  const groups = findCodeGroups(root).filter(
    (group) => group.root.checkVisibility() && !group.root.closest(HIDDEN_BY_STEP),
  )
  const closed = groups.flatMap(listClosed)
  const [first] = closed
  if (!first) {
    return []
  }
  const undo = groups.map(openGroup)
  const hasRoom = measureShare(root) >= (isFitted ? LEAST_OPEN_SHARE : 1)
  if (!hasRoom) {
    undo.forEach((close) => close())
  }
  return [
    {
      kind: 'tab',
      hint: { reference: `[${first.title}]` },
      severity: 'hint',
      message: nameItems(
        describeTabs(closed.length, hasRoom),
        closed.map(({ name }) => quote(name)),
      ),
    },
  ]
}

function describeTabs(count: number, areOpen: boolean): string {
  const [tabs, are, them] = count === 1 ? ['tab', 'is', 'it'] : ['tabs', 'are', 'them']
  return areOpen
    ? `a group of code is printed open: its ${tabs} {items} ${are} below the first one`
    : `the ${tabs} {items} of a group of code ${are} not printed, because the slide has no room for ${them}; ` +
        'write the code without a group, on another slide'
}

function listClosed({ tabs, blocks }: CodeGroup): ClosedBlock[] {
  return blocks.flatMap((block, index) => {
    const title = block.dataset['title'] ?? ''
    const name = tabs[index]?.textContent.trim() || title
    return isOpen(block) ? [] : { title, name }
  })
}

/** Shows all blocks of a group, and the tab of each above it. Returns a function that undoes it. */
function openGroup({ bar, tabs, blocks }: CodeGroup): () => void {
  const changed = [...tabs, ...blocks].map((element) => ({ element, style: element.style.cssText }))
  const titles = blocks.flatMap((block, index) => {
    block.style.setProperty('display', 'block', 'important')
    const tab = tabs[index]
    return bar && tab && index > 0 ? addTitle(block, bar, tab) : []
  })
  tabs.forEach((tab, index) => {
    drawAsTitle(tab)
    tab.style.display = index > 0 ? 'none' : ''
  })
  return () => {
    titles.forEach((title) => title.remove())
    changed.forEach(({ element, style }) => {
      element.style.cssText = style
    })
  }
}

function addTitle(block: HTMLElement, bar: HTMLElement, tab: HTMLElement): HTMLElement {
  const title = document.createElement('div')
  const copy = document.importNode(tab, true)
  drawAsTitle(copy)
  title.className = bar.className
  title.style.marginTop = GAP
  title.append(copy)
  block.before(title)
  return title
}

function drawAsTitle(tab: HTMLElement): void {
  tab.style.borderColor = 'transparent'
  tab.style.color = 'var(--slidev-code-tab-active-text-color)'
}

/** Returns the share of its size at which a slide has room for all it holds. */
function measureShare(root: HTMLElement): number {
  const layouts = root.querySelectorAll('.slidev-layout')
  return Math.min(
    ...[root, ...layouts].map(({ scrollHeight, clientHeight }) =>
      shareToFit(scrollHeight, clientHeight),
    ),
  )
}
