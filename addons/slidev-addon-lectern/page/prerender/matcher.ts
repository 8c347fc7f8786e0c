/** A class in a selector without escapes. */
const CLASS_RE = /\.([\w-]+)/g

/** Selectors whose classes need not all be there, or may be none, or are escaped. */
const CHOICE_RE = /[([,\\]/

/** A selector to try. */
interface Trial {
  selector: string
  /** Classes without which nothing matches. */
  classes: readonly string[]
}

/**
 * Prepares trying selectors in the views of many slides.
 *
 * @returns A function that finds those that have an element in a view, in light or in dark, where there is
 *   nothing else.
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
    // Another browser's selector.
    return false
  }
}
