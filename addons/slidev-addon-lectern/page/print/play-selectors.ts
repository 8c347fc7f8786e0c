/** Elements around a slide while the deck is played, and those in their place on paper. */
const COUNTERPARTS: readonly [played: RegExp, printed: string][] = [
  // Both are around the slide; on paper, one element is.
  [/#slide-content\s*>?\s*#slideshow(?![\w-])/g, '#slideshow'],
  [/#slide-content(?![\w-])/g, ':is(#slide-content, .print-slide-container)'],
  [/#slideshow(?![\w-])/g, ':is(#slideshow, .print-slide-container)'],
  // Not Slidev's own rules: they end in an attribute.
  [/\.slidev-slide-content(?![\w[-])/g, ':is(.slidev-slide-content, .print-slide-container)'],
  [/#slide-container(?![\w-])/g, ':is(#slide-container, #print-content, .handout .scaled)'],
  [/\.slidev-slide-container(?![\w[-])/g, ':is(.slidev-slide-container, #print-content)'],
]

/**
 * Returns a selector that also means the elements that a slide is in on paper. `:is()` keeps its specificity, and no
 * id is needed twice.
 */
export function extendSelector(selector: string): string {
  return COUNTERPARTS.reduce(
    (extended, [played, printed]) => extended.replace(played, printed),
    selector,
  )
}

/** Lets the rules of a deck for the elements around a played slide hold for the printed one, too. */
export function extendPlaySelectors(sheets: Iterable<CSSStyleSheet>): void {
  for (const sheet of sheets) {
    extendRules(readRules(sheet))
  }
}

/** Returns the rules of a style sheet; none of one from another host, which no page can read. */
function readRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}

function extendRules(rules: Iterable<CSSRule>): void {
  for (const rule of rules) {
    if (rule instanceof CSSImportRule) {
      extendRules(rule.styleSheet ? readRules(rule.styleSheet) : [])
    }
    if (rule instanceof CSSStyleRule) {
      const extended = extendSelector(rule.selectorText)
      if (extended !== rule.selectorText) {
        rule.selectorText = extended
      }
    }
    if (rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule) {
      extendRules(rule.cssRules)
    }
  }
}
