/**
 * Characters that the fonts of the first view lack and the further ones may have: raised and lowered digits,
 * arrows, signs, and all that is East Asian. Latin, Greek and Cyrillic texts have none of them.
 */
const LATE_RE =
  /[\u2070-\u209f\u2100-\u2121\u2123-\u2190\u2192\u2194-\u2211\u2214\u2216-\u2c5f\u2e80-\ua63f\ua960-\ud7ff\uf900-\ufdff\ufe30-\ufffc\u{20000}-\u{3ffff}]/u

/** Formulas have fonts of their own. */
const OWN_FONTS = '.katex'

/**
 * Loads the style sheet of further fonts as soon as there is a text that needs it: Chinese, an arrow or a check
 * mark, in a slide or in the notes. Each of its fonts is fetched only for the characters it has.
 *
 * @param root - Element that holds all text.
 * @param load - Loads the style sheet.
 */
export function loadLateFonts(root: HTMLElement, load: () => unknown): void {
  const observer = new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes, target, type }) =>
      type === 'characterData' ? [target] : [...addedNodes],
    )
    if (nodes.some(needsLateFonts)) {
      observer.disconnect()
      load()
    }
  })
  observer.observe(root, { childList: true, subtree: true, characterData: true })
}

function needsLateFonts(node: Node): boolean {
  if (!LATE_RE.test(node.textContent ?? '')) {
    return false
  }
  const isFormula = (node instanceof Element ? node : node.parentElement)?.closest(OWN_FONTS)
  const isOnlyFormulas =
    node instanceof Element &&
    node.querySelector(OWN_FONTS) !== null &&
    !LATE_RE.test(readOutside(node))
  return !isFormula && !isOnlyFormulas
}

/** The text of an element outside its formulas. */
function readOutside(element: Element): string {
  return Array.from(element.childNodes, (child) => {
    if (child instanceof Element) {
      return child.matches(OWN_FONTS) ? '' : readOutside(child)
    }
    return child.nodeType === Node.TEXT_NODE ? (child.textContent ?? '') : ''
  }).join('')
}
