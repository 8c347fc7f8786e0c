import { nextFrame } from '../next-frame.ts'

/** Shows images of live figures again, which keep their boxes, in place of the figures. */
const IMAGES_ALONE = `
html img[data-lectern-figure='live'] { visibility: visible !important; }
html lectern-figure { display: none !important; }
`

/**
 * Lets live figures be their images while something is done with a page, such as fitting its slides: an image is one
 * box, and a figure follows its image only in the next frame.
 */
export async function withFigureImages<Result>(work: () => Promise<Result>): Promise<Result> {
  if (!document.querySelector('lectern-figure')) {
    return work()
  }
  const style = document.createElement('style')
  style.textContent = IMAGES_ALONE
  document.head.append(style)
  try {
    return await work()
  } finally {
    style.remove()
    // In the first frame the figures are shown again, in the second they have their places.
    await nextFrame()
    await nextFrame()
  }
}
