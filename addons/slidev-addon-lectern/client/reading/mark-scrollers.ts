/** Boxes of the article that scroll sideways. */
const SCROLLER = '.lectern-scroller'

/** Difference of positions that counts as none, in CSS px. */
const TOLERANCE = 2

/**
 * Marks the boxes that have more to show on their right side, whose edge is faded then.
 *
 * @returns A function that ends it.
 */
export function markScrollers(article: Element): () => void {
  const boxes = [...article.querySelectorAll(SCROLLER)]
  const mark = (box: Element): void => {
    const hidden = box.scrollWidth - box.clientWidth - Math.abs(box.scrollLeft)
    box.toggleAttribute('data-has-more', hidden > TOLERANCE)
  }
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)))
  const onScroll = ({ target }: Event): void => {
    if (target instanceof Element && target.matches(SCROLLER)) {
      mark(target)
    }
  }
  boxes.forEach((box) => sizes.observe(box))
  // Scrolling does not bubble.
  article.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    sizes.disconnect()
    article.removeEventListener('scroll', onScroll, { capture: true })
  }
}
