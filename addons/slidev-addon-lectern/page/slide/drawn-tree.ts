/*
 * Walks the page as it is drawn: into open shadow roots (Slidev puts Mermaid diagrams into one) and slots.
 */

/** Yields all nodes drawn within a node, itself included, in document order. */
export function* drawnNodes(node: Node): Generator<Node> {
  yield node
  for (const child of drawnChildren(node)) {
    yield* drawnNodes(child)
  }
}

/** Lists the elements drawn within an element that match, in document order. */
export function queryDrawn<E extends Element = Element>(root: Element, selector: string): E[] {
  return [...drawnElements(root)].filter((element): element is E => element.matches(selector))
}

/** Yields all elements drawn within an element, itself included, in document order. */
export function* drawnElements(root: Element): Generator<Element> {
  for (const node of drawnNodes(root)) {
    if (node instanceof Element) {
      yield node
    }
  }
}

function drawnChildren(node: Node): Iterable<Node> {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
    return node.assignedNodes()
  }
  return node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes
}

/** Returns the element that an element is drawn in. */
export function drawnParent(element: Element): Element | undefined {
  const root = element.getRootNode()
  const parent = element.assignedSlot ?? element.parentElement
  return parent ?? (root instanceof ShadowRoot ? root.host : undefined)
}

/** Tells whether an element is another one or is drawn within it. */
export function isWithin(element: Element, ancestor: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (at === ancestor) {
      return true
    }
  }
  return false
}

/** Returns the nearest element that matches, from the given one upward and out of shadow roots. */
export function closestDrawn(element: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (at.matches(selector)) {
      return at
    }
  }
  return undefined
}

/** Lists the elements at a point of the window, the topmost first, those in shadow roots included. */
export function drawnAt(x: number, y: number): Element[] {
  const descend = (root: DocumentOrShadowRoot): Element[] =>
    root
      .elementsFromPoint(x, y)
      .flatMap((element) =>
        element.shadowRoot && element.shadowRoot !== root
          ? [...descend(element.shadowRoot), element]
          : [element],
      )
  return [...new Set(descend(document))]
}
