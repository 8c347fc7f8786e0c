/** Elements that hold lines of text; only in these, a line break of the author is one of the text. */
const LINES = 'p, li'

/** Elements that have lines of their own. */
const BLOCKS = `${LINES}, ul, ol, dl, dt, dd, pre, div, table, th, td, blockquote, details, h1, h2, h3, h4, h5, h6, hr, br`

/** Formulas, whose text holds what was typed. */
const FORMULA = '.katex'

/** Slidev's mark of a click, which belongs to the text after it. */
const CLICK_MARK = '.slidev-note-click-mark'

/**
 * Shows the line breaks that the author typed in a note, where Markdown makes spaces of them. Notes are read off line by
 * line: "1.1." or "3, 4." at the start of a line would stand in the middle of the line before.
 */
export function breakLines(note: Element): void {
  const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text && walker.currentNode.data.includes('\n')) {
      texts.push(walker.currentNode)
    }
  }
  for (const text of texts) {
    const block = text.parentElement?.closest(BLOCKS)
    if (block?.matches(LINES) && note.contains(block) && !text.parentElement?.closest(FORMULA)) {
      breakText(text, block)
    }
  }
}

/**
 * Replaces each line break of a text by an element, if there is more text on both sides of it.
 *
 * @param from - Position to look from.
 */
function breakText(text: Text, block: Element, from = 0): void {
  const at = text.data.indexOf('\n', from)
  if (at === -1) {
    return
  }
  const isBetween =
    isBeside(text, 'previousSibling', block, text.data.slice(0, at)) &&
    isBeside(text, 'nextSibling', block, text.data.slice(at + 1))
  if (!isBetween) {
    breakText(text, block, at + 1)
    return
  }
  const after = text.splitText(at + 1)
  text.data = text.data.slice(0, -1)
  after.before(document.createElement('br'))
  breakText(after, block)
}

/**
 * Whether something is in the same line of a block beside a place.
 *
 * @param node - The node at the place.
 * @param own - The node's own text on that side.
 */
function isBeside(
  node: Node,
  side: 'previousSibling' | 'nextSibling',
  block: Element,
  own = '',
): boolean {
  if (own.trim() !== '') {
    return true
  }
  const sibling = node[side]
  if (!sibling) {
    const parent = node.parentElement
    return parent !== null && parent !== block && isBeside(parent, side, block)
  }
  if (!(sibling instanceof Element) || sibling.matches(CLICK_MARK)) {
    return isBeside(sibling, side, block, sibling.textContent ?? '')
  }
  return !sibling.matches(BLOCKS)
}
