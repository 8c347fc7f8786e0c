import { nameItems, quote } from '../observation.ts'
import type { Adaptation } from './adaptation.ts'
import { HIDDEN } from './earlier-steps.ts'
import { shareToFit } from './paper-slide.ts'

/** Parts of Slidev's groups of code: one tab for each block with a title, in their order. */
const GROUP = '.slidev-code-group'
const BAR = '.slidev-code-group-tabs'
const TAB = '.slidev-code-tab'
const BLOCK = '.slidev-code-wrapper[data-title]:not([data-title=""])'

/** Class of the block whose tab is open. */
const OPEN = 'active'

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
 * Shows the blocks of a slide's groups of code one below the other, each with its tab as its title, unless the slide has
 * no room for them.
 *
 * @param isFitted - Whether a slide that is too full is printed smaller.
 */
export function openTabs(root: HTMLElement, isFitted: boolean): Omit<Adaptation, 'slide'>[] {
  const groups = [...root.querySelectorAll<HTMLElement>(GROUP)].filter(
    (group) => group.checkVisibility() && !group.closest(HIDDEN),
  )
  const closed = groups.flatMap(listClosed)
  const [first] = closed
  if (!first) {
    return []
  }
  const undo = groups.map(openGroup)
  const isOpen = measureShare(root) >= (isFitted ? LEAST_OPEN_SHARE : 1)
  if (!isOpen) {
    undo.forEach((close) => close())
  }
  return [
    {
      kind: 'tab',
      hint: { reference: `[${first.title}]` },
      severity: 'hint',
      message: nameItems(
        describeTabs(closed.length, isOpen),
        closed.map(({ name }) => quote(name)),
      ),
    },
  ]
}

function describeTabs(count: number, isOpen: boolean): string {
  const [tabs, are, them] = count === 1 ? ['tab', 'is', 'it'] : ['tabs', 'are', 'them']
  return isOpen
    ? `a group of code is printed open: its ${tabs} {items} ${are} below the first one`
    : `the ${tabs} {items} of a group of code ${are} not printed, because the slide has no room for ${them}; ` +
        'write the code without a group, on another slide'
}

function listClosed(group: HTMLElement): ClosedBlock[] {
  const { tabs, blocks } = findParts(group)
  return blocks.flatMap((block, index) => {
    const title = block.dataset['title'] ?? ''
    const name = tabs[index]?.textContent.trim() || title
    return block.classList.contains(OPEN) ? [] : { title, name }
  })
}

/** Shows all blocks of a group, and the tab of each above it. Returns a function that undoes it. */
function openGroup(group: HTMLElement): () => void {
  const { bar, tabs, blocks } = findParts(group)
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

function findParts(group: HTMLElement): {
  bar: HTMLElement | null
  tabs: HTMLElement[]
  blocks: HTMLElement[]
} {
  return {
    bar: group.querySelector<HTMLElement>(BAR),
    tabs: [...group.querySelectorAll<HTMLElement>(TAB)],
    blocks: [...group.querySelectorAll<HTMLElement>(BLOCK)],
  }
}
