/** Selects what floats over the page, such as the type of a name in code. */
const POPUPS = '.v-popper__popper--shown'

/**
 * Makes what is shown over a slide a part of it: it is drawn beside the slides, at a fixed place in the window.
 */
export function placePopups(): void {
  const slides = [...document.querySelectorAll<HTMLElement>('.print-slide-container')]
  for (const popup of document.querySelectorAll<HTMLElement>(POPUPS)) {
    const box = popup.getBoundingClientRect()
    const slide = slides.find((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      return box.top >= top && box.top < bottom
    })
    if (slide && !slide.contains(popup)) {
      const { left, top } = slide.getBoundingClientRect()
      slide.style.position = 'relative'
      slide.append(popup)
      const place = { position: 'absolute', transform: 'none', inset: 'auto' }
      const corner = { left: `${box.left - left}px`, top: `${box.top - top}px` }
      for (const [property, value] of Object.entries({ ...place, ...corner })) {
        // The popup's own script places it again whenever the page is scrolled.
        popup.style.setProperty(property, value, 'important')
      }
    }
  }
}
