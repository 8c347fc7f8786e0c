/** Matches elements that stand in a line of text. */
const INLINE =
  'a, abbr, b, bdi, bdo, br, cite, code, data, del, dfn, em, i, img, input, ins, kbd, label, mark, q, rp, rt, ruby, s, ' +
  'samp, small, span, strong, sub, sup, svg, time, u, var, wbr'

/** Matches elements that may hold both lines of text and blocks. */
const CONTAINERS =
  'div, p, li, dd, dt, td, th, blockquote, figcaption, details, section, aside, summary'

/**
 * Puts text that stands beside blocks into paragraphs of its own, takes elements apart that only place others, and
 * removes what is empty. Afterwards the content is what an HTML parser makes of it.
 */
export function groupText(root: Element): void {
  if (root.matches('svg, .katex, pre')) {
    return
  }
  for (const child of Array.from(root.children)) {
    groupText(child)
  }
  if (root.matches('.lectern-scroller')) {
    return
  }
  if (root.matches('span') && root.attributes.length === 0) {
    root.replaceWith(...root.childNodes)
    return
  }
  const hasBlocks = [...root.children].some(isBlock)
  if (isInline(root) && hasBlocks) {
    root.replaceWith(...(root.matches('a[href]') ? linkParts(root) : root.childNodes))
  } else if (root.matches(CONTAINERS)) {
    groupContainer(root, hasBlocks)
  }
}

function groupContainer(root: Element, hasBlocks: boolean): void {
  if (hasBlocks) {
    wrapLines(root)
    if (root.matches('div, p')) {
      Array.from(root.children).forEach((child) => copyLanguage(root, child))
      root.replaceWith(...root.childNodes)
    }
  } else if (root.matches('div, p')) {
    if (isBlank(root)) {
      root.remove()
    } else if (root.matches('div')) {
      const paragraph = document.createElement('p')
      copyLanguage(root, paragraph)
      paragraph.append(...root.childNodes)
      root.replaceWith(paragraph)
    }
  }
}

/** Puts each run of text and inline elements into a paragraph. */
function wrapLines(root: Element): void {
  let line: ChildNode[] = []
  const close = (): void => {
    const [first] = line
    if (first) {
      const paragraph = document.createElement('p')
      copyLanguage(root, paragraph)
      first.before(paragraph)
      paragraph.append(...line)
      if (isBlank(paragraph)) {
        paragraph.remove()
      }
    }
    line = []
  }
  for (const child of Array.from(root.childNodes)) {
    if (child instanceof Element && isBlock(child)) {
      close()
    } else {
      line.push(child)
    }
  }
  close()
}

/** Returns the parts of a link around blocks, each of which links to the same address by its text or its image. */
function linkParts(link: Element): Node[] {
  for (const child of Array.from(link.childNodes)) {
    const isLine = !(child instanceof Element && isBlock(child))
    const target = isLine ? child : (child.querySelector('img:not([data-figure])') ?? child)
    linkNode(target, link)
  }
  return [...link.childNodes]
}

/** Puts a link around a node of a line, or around the content of a block. */
function linkNode(node: ChildNode, link: Element): void {
  const twin = link.cloneNode(false)
  const isLine = !(node instanceof Element && isBlock(node))
  if (node.textContent?.trim() === '' && !(node instanceof HTMLImageElement)) {
    return
  }
  if (isLine) {
    node.replaceWith(twin)
    twin.appendChild(node)
  } else if (![...node.children].some(isBlock) && !node.querySelector('a')) {
    node.childNodes.forEach((part) => twin.appendChild(part.cloneNode(true)))
    node.replaceChildren(twin)
  }
}

function copyLanguage(from: Element, to: Element): void {
  for (const name of ['lang', 'dir']) {
    const value = from.getAttribute(name)
    if (value !== null && !to.hasAttribute(name)) {
      to.setAttribute(name, value)
    }
  }
}

/** Whether an element is a part of a line. */
export function isInline(element: Element): boolean {
  return element.matches(INLINE)
}

function isBlock(element: Element): boolean {
  return !isInline(element)
}

/** Whether an element holds nothing that is seen. */
function isBlank(element: Element): boolean {
  return (
    element.textContent?.trim() === '' &&
    !element.querySelector('img, svg, input, video, audio, .lectern-icon')
  )
}
