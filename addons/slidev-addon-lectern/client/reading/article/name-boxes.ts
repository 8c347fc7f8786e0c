/** Names the boxes of a section that scroll by what they hold and by their slide, no two alike. */
export function nameBoxes(section: Element, slide: number): void {
  const boxes = [...section.querySelectorAll('.lectern-scroller')]
  const labels = boxes.map((box) => box.getAttribute('aria-label') ?? '')
  for (const [index, label] of labels.entries()) {
    const number = labels.slice(0, index + 1).filter((each) => each === label).length
    const isOnly = labels.indexOf(label) === labels.lastIndexOf(label)
    boxes[index]?.setAttribute(
      'aria-label',
      `${label}${isOnly ? '' : ` ${number}`}, slide ${slide}`,
    )
  }
}
