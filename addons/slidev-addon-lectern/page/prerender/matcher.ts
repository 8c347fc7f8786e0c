/** A class in a selector without escapes. */
const CLASS_RE = /\.([\w-]+)/g

/** Selectors with alternatives, attributes or escapes, whose classes are not read. */
const CHOICE_RE = /[([,\\]/

/** A selector to try. */
interface Trial {
  selector: string
  /** Classes that must all be in the view for the selector to match. */
  classes: readonly string[]
}

/**
 * Creates a function that finds the selectors which match an element of a view, in light or in dark mode. It
 * looks at the view alone, without the page around it.
 */
export function createMatcher(selectors: readonly string[]): (view: Element) => string[] {
  const trials = selectors.map(toTrial)
  return (view) => {
    const alone = document.implementation.createHTMLDocument()
    const place = alone.createElement('div')
    place.append(alone.importNode(view, true))
    alone.body.append(place)
    const classes = new Set(
      [...alone.querySelectorAll('[class]')].flatMap((element) => [...element.classList]),
    )
    const found = new Set<string>()
    for (const mode of ['light', 'dark']) {
      alone.documentElement.className = mode
      const isThere = (name: string): boolean => name === mode || classes.has(name)
      for (const trial of trials) {
        if (
          !found.has(trial.selector) &&
          trial.classes.every(isThere) &&
          hasMatch(alone, trial.selector)
        ) {
          found.add(trial.selector)
        }
      }
    }
    return [...found]
  }
}

function toTrial(selector: string): Trial {
  const classes = CHOICE_RE.test(selector)
    ? []
    : [...selector.matchAll(CLASS_RE)].map(([, name = '']) => name)
  return { selector, classes }
}

function hasMatch(alone: Document, selector: string): boolean {
  try {
    return alone.querySelector(selector) !== null
  } catch {
    // A selector of another browser.
    return false
  }
}
