/**
 * Matches characters that the fonts in the first load lack and the further fonts may have: raised and lowered
 * digits, arrows, symbols and East Asian scripts, but not Latin, Greek and Cyrillic letters.
 */
const FURTHER_RE =
  /[\u2070-\u209f\u2100-\u2121\u2123-\u2190\u2192\u2194-\u2211\u2214\u2216-\u2c5f\u2e80-\ua63f\ua960-\ud7ff\uf900-\ufdff\ufe30-\ufffc\u{20000}-\u{3ffff}]/u

/** Selector of formulas, which have fonts of their own. */
const OWN_FONTS = '.katex'

/**
 * Loads the style sheet of further fonts as soon as a slide or a note contains a text that needs it, such as
 * Chinese, an arrow or a check mark. The browser then fetches only the fonts with characters on the page.
 *
 * @param root - Element that contains all text.
 * @param load - Loads the style sheet.
 */
export function loadFurtherFonts(root: HTMLElement, load: () => unknown): void {
  const observer = new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes, target, type }) =>
      type === 'characterData' ? [target] : [...addedNodes],
    )
    if (nodes.some(needsFurtherFonts)) {
      observer.disconnect()
      load()
    }
  })
  observer.observe(root, { childList: true, subtree: true, characterData: true })
}

function needsFurtherFonts(node: Node): boolean {
  if (!FURTHER_RE.test(node.textContent ?? '')) {
    return false
  }
  const isFormula = (node instanceof Element ? node : node.parentElement)?.closest(OWN_FONTS)
  const isOnlyFormulas =
    node instanceof Element &&
    node.querySelector(OWN_FONTS) !== null &&
    !FURTHER_RE.test(readOutside(node))
  return !isFormula && !isOnlyFormulas
}

/** Returns the text of an element without its formulas. */
function readOutside(element: Element): string {
  return Array.from(element.childNodes, (child) => {
    if (child instanceof Element) {
      return child.matches(OWN_FONTS) ? '' : readOutside(child)
    }
    return child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''
  }).join('')
}
