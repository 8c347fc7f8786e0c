/** Matches a state of Slidev's `v-switch` that is not shown. */
const OTHER_STATE = '.slidev-vclick-display-none'

/** Matches what a click has hidden, and what hides at a click by `v-click.hide`. */
const HIDDEN = '.slidev-vclick-hidden'
const HIDES = '.slidev-vclick-hidden-explicitly'

/** Matches what an element shows beside words, which arrows and frames have none of. */
const PICTURES = 'img, video, canvas'

/** Share of the larger one of two boxes from which on one stands in the place of the other. */
const SAME_PLACE_SHARE = 0.5

/**
 * Whether another element takes the place of this one before the slide's last click: a later state of a `v-switch`, or
 * an element that comes at the click at which this one goes, where it stood. What only goes is said in an article, too.
 */
export function isReplaced(element: Element): boolean {
  if (element.matches(OTHER_STATE)) {
    return element !== findLastState(element)
  }
  if (!element.matches(HIDDEN)) {
    return false
  }
  const { slidevClicksStart, slidevClicksEnd } = datasetOf(element)
  const click = element.matches(HIDES) ? slidevClicksStart : slidevClicksEnd
  const coming = element
    .closest('[data-slidev-no]')
    ?.querySelectorAll(`[data-slidev-clicks-start="${click}"]:not(${HIDES})`)
  return [...(coming ?? [])].some(
    (other) =>
      !other.contains(element) &&
      !element.contains(other) &&
      hasContent(other) &&
      isOver(other, element),
  )
}

/** Whether an element is in a place that another one takes, see {@link isReplaced}. */
export function isWithinReplaced(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isReplaced(at)) {
      return true
    }
  }
  return false
}

function hasContent(element: Element): boolean {
  return (
    element.textContent?.trim() !== '' ||
    element.matches(PICTURES) ||
    element.querySelector(PICTURES) !== null
  )
}

/** Returns the state of a `v-switch` that is shown at its slide's last click, or was the last to be shown. */
function findLastState({ parentElement }: Element): Element | undefined {
  const states = [...(parentElement?.children ?? [])].filter(
    (child) => startOf(child) !== undefined,
  )
  const shown = states.find((state) => !state.matches(OTHER_STATE))
  return shown ?? states.toSorted((one, other) => (startOf(other) ?? 0) - (startOf(one) ?? 0))[0]
}

function startOf(state: Element): number | undefined {
  const { slidevClicksStart } = datasetOf(state)
  return slidevClicksStart === undefined ? undefined : Number(slidevClicksStart)
}

function datasetOf(element: Element): DOMStringMap {
  return element instanceof HTMLElement || element instanceof SVGElement ? element.dataset : {}
}

function isOver(one: Element, other: Element): boolean {
  const a = one.getBoundingClientRect()
  const b = other.getBoundingClientRect()
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const larger = Math.max(a.width * a.height, b.width * b.height)
  return width > 0 && height > 0 && width * height >= larger * SAME_PLACE_SHARE
}
