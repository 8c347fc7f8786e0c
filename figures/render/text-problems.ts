/**
 * Finds texts of a figure's card that are outside the card or their own box, cut by an SVG's viewport,
 * covered, or too small. Runs in the page, so it uses nothing outside itself.
 *
 * @returns One sentence a problem; empty when there is none.
 */
export function findTextProblems(card: Element): string[] {
  const problems: string[] = []
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim()
    const parent = node.parentElement
    // Not drawn, but read: clipped to nothing.
    if (!text || !parent || parent.closest('.figure-reading')) {
      continue
    }
    const range = document.createRange()
    range.selectNodeContents(node)
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
    // The disc with a step's number extends beyond its box; an SVG cuts at its viewport.
    const box = parent.closest('.flow-step') ? card : (parent.closest('.flow-box') ?? card)
    const viewport = parent.closest('svg')
    const limits = [box, viewport]
      .filter((element) => element !== null)
      .filter((element) => element !== viewport || getComputedStyle(element).overflow !== 'visible')
      .map((element) => element.getBoundingClientRect())
    const isOut = rects.some((rect) =>
      limits.some(
        (limit) =>
          rect.left < limit.left - 0.5 ||
          rect.right > limit.right + 0.5 ||
          rect.top < limit.top - 0.5 ||
          rect.bottom > limit.bottom + 0.5,
      ),
    )
    const isCovered = rects.some((rect) =>
      [0.05, 0.5, 0.95].some((share) => {
        const x = rect.left + rect.width * share
        const top = document.elementFromPoint(x, rect.top + rect.height / 2)
        return top !== null && top !== parent && !parent.contains(top) && !top.contains(parent)
      }),
    )
    const excerpt = `"${text.slice(0, 60)}"`
    if (isOut) {
      problems.push(`${excerpt} does not fit its box or the card.`)
    } else if (isCovered) {
      problems.push(`${excerpt} is covered by something else.`)
    }
    const sizePx = Number.parseFloat(getComputedStyle(parent).fontSize)
    if (sizePx < 9) {
      problems.push(`${excerpt} is set in ${sizePx} px; 9 px is the least.`)
    }
  }
  return problems
}
