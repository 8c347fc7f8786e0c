/**
 * The page as it is drawn: through open shadow roots (Slidev puts Mermaid into one) and slots.
 */

/** All nodes drawn within a node, itself included, in document order. */
export function* drawnNodes(node: Node): Generator<Node> {
  yield node
  for (const child of drawnChildren(node)) {
    yield* drawnNodes(child)
  }
}

/** All elements drawn within an element, itself included, in document order. */
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

/** The element an element is drawn in. */
export function drawnParent(element: Element): Element | undefined {
  const root = element.getRootNode()
  const parent = element.assignedSlot ?? element.parentElement
  return parent ?? (root instanceof ShadowRoot ? root.host : undefined)
}

/** Whether an element is drawn within another one, or is it. */
export function isWithin(element: Element, ancestor: Element): boolean {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (at === ancestor) {
      return true
    }
  }
  return false
}

/** The nearest element from here upwards that matches; looks out of shadow roots. */
export function closestDrawn(element: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = element; at; at = drawnParent(at)) {
    if (at.matches(selector)) {
      return at
    }
  }
  return undefined
}

/** What lies at a point of the window, the top one first; looks into shadow roots. */
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
