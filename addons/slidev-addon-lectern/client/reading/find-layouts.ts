/** Class of Slidev's layouts; some have a box around it, with an image beside. Its layout `none` has no class. */
const LAYOUT = '.slidev-layout'

/**
 * Finds the parts of each slide that its layout draws, without the layers that all slides share, such as a line at their
 * foot: parts beside the layout that look the same on every slide.
 *
 * @param slides - Elements of the slides as Slidev draws them.
 * @returns The parts, slide by slide.
 */
export function findLayouts(slides: readonly HTMLElement[]): HTMLElement[][] {
  const parts = slides.map((slide) =>
    [...slide.children].filter((part) => part instanceof HTMLElement),
  )
  const names = parts.map((own) => new Set(own.filter(isBeside).map(nameOf)))
  const isLayer = (part: HTMLElement): boolean =>
    isBeside(part) && names.every((own) => own.has(nameOf(part)))
  return parts.map((own) =>
    own.some((part) => !isBeside(part)) ? own.filter((part) => !isLayer(part)) : own,
  )
}

function isBeside(part: HTMLElement): boolean {
  return !part.matches(LAYOUT) && part.querySelector(LAYOUT) === null
}

function nameOf({ localName, className }: HTMLElement): string {
  return `${localName} ${className}`
}
