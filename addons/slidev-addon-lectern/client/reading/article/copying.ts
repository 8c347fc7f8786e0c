/** Facts of the slide that is being copied, and the copier of what elements contain. */
export interface Copying {
  /** 1-based number of the slide. */
  number: number
  /** The slide as it is drawn, in CSS px. */
  box: DOMRect
  /** Heading that is the section's own already. */
  heading: Element | undefined
  /** Words of what another part of the slide replaces at a later step: they are not shown, but found. */
  replaced: string[]
  /** Returns the number of the slide that an address leads to. */
  slideOf: (link: HTMLAnchorElement) => number | undefined
  /** Copies the children of an element. */
  copyChildren: (from: Node, to: Element) => void
}

/** Creates an element with attributes; those without a value are left out. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) {
      element.setAttribute(key, value)
    }
  }
  element.append(...children)
  return element
}

/**
 * Returns a box that scrolls sideways if its content is wider than the article. It takes the focus, so that the arrow
 * keys scroll it.
 *
 * @param label - What it holds, for screen readers; `name-boxes.ts` adds where it is.
 */
export function createScroller(label: string, ...children: readonly Node[]): HTMLElement {
  return create(
    'div',
    { class: 'lectern-scroller', role: 'group', tabindex: '0', 'aria-label': label },
    ...children,
  )
}
