/** Group of code blocks as Slidev draws it: one tab for each block with a title, in their order. */
export interface CodeGroup {
  root: HTMLElement
  /** Element around the tabs. */
  bar: HTMLElement | null
  tabs: HTMLElement[]
  blocks: HTMLElement[]
}

/** Finds the groups of code of a slide. */
export function findCodeGroups(slide: Element): CodeGroup[] {
  return [...slide.querySelectorAll<HTMLElement>('.slidev-code-group')].map((root) => ({
    root,
    bar: root.querySelector<HTMLElement>('.slidev-code-group-tabs'),
    tabs: [...root.querySelectorAll<HTMLElement>('.slidev-code-tab')],
    blocks: [
      ...root.querySelectorAll<HTMLElement>(
        '.slidev-code-wrapper[data-title]:not([data-title=""])',
      ),
    ],
  }))
}

/** Tells whether a block of a group is the one that is shown. */
export function isOpen(block: Element): boolean {
  return block.classList.contains('active')
}
