import { inspectOverflow } from '../checks/overflow.ts'
import type { Observation } from '../observation.ts'
import { drawnElements } from '../slide/drawn-tree.ts'
import { viewElement } from '../slide/slide-view.ts'
import type { Adaptation } from './adaptation.ts'
import { inspectEditors } from './editors.ts'
import { createImageCap } from './image-cap.ts'
import { inPercent, LEAST_SHARE } from './paper-slide.ts'
import type { PaperSlide } from './paper-slide.ts'

/** How a slide is made to fit. */
export interface Fit {
  /** Size of the whole slide, as a share of its full size. */
  share: number
  /** Height of its large images at most, as a share of the slide's. */
  imageShare: number
}

/** Something that is cut off. */
type Lost = Pick<Observation, 'seen' | 'severity'>

/** A slide at its full size. */
const WHOLE: Fit = { share: 1, imageShare: 1 }

/** Images of this share of the slide's height are large enough, so that the text is made smaller, too. */
const LEAST_IMAGE_SHARE = 0.45

/** Share of its size that a slide is made smaller still, so that nothing ends right at its edge. */
const MARGIN_SHARE = 0.05

/** Above this share, a slide is made smaller as a whole, and its images are no smaller than its text. */
const LITTLE_SMALLER = 0.6

/** Prints slides that are too full smaller, all click steps of a slide alike. */
export function fitSlides(slides: readonly PaperSlide[]): Adaptation[] {
  const numbers = new Set(slides.map(({ slide }) => slide))
  return [...numbers].flatMap((number) => {
    const steps = slides.filter(({ slide }) => slide === number)
    return fitSteps(steps).map((each) => ({ slide: number, ...each }))
  })
}

function fitSteps(steps: readonly PaperSlide[]): Omit<Adaptation, 'slide'>[] {
  const scalers = steps.map((step) => createScaler(step))
  const errors = scalers.map(({ lose }) => lose(WHOLE).filter(isError))
  const [first] = errors.flat()
  if (!first) {
    return []
  }
  const fits = scalers.map(({ lose, hasImages }, index) =>
    errors[index]?.length ? findFit((fit) => lose(fit).length, hasImages) : WHOLE,
  )
  const fit: Fit = {
    share: Math.min(...fits.map(({ share }) => withMargin(share, LEAST_SHARE))),
    imageShare: Math.min(...fits.map(({ imageShare }) => withMargin(imageShare, 0))),
  }
  for (const { lose } of scalers) {
    lose(fit)
  }
  return describeFit(fit, first)
}

function isError({ severity = 'error' }: Lost): boolean {
  return severity === 'error'
}

function withMargin(share: number, least: number): number {
  return share === 1 ? 1 : Math.max(least, Math.round(share * (1 - MARGIN_SHARE) * 100) / 100)
}

/** Describes how a slide was made to fit. What is cut off nevertheless is found later, as on any slide. */
export function describeFit({ share, imageShare }: Fit, cause: Lost): Omit<Adaptation, 'slide'>[] {
  if (share === 1 && imageShare === 1) {
    return []
  }
  const change = share < 1 ? `printed at ${inPercent(share)}` : 'its images are printed smaller'
  return [{ kind: 'fit', severity: 'warning', message: `${change}, because ${cause.seen}` }]
}

/**
 * Returns the fit that changes least and loses least.
 *
 * @param countLost - Returns what is cut off with a fit.
 * @param hasImages - Whether images can be made smaller alone.
 */
export function findFit(countLost: (fit: Fit) => number, hasImages: boolean): Fit {
  const smallest: Fit = { share: LEAST_SHARE, imageShare: hasImages ? LEAST_IMAGE_SHARE : 1 }
  // A box of a fixed size cuts off the same at any size of the slide.
  const least = countLost(smallest)
  if (least >= countLost(WHOLE)) {
    return WHOLE
  }
  const isEnough = (fit: Fit): boolean => countLost(fit) <= least
  const largest = (from: number, fitAt: (share: number) => Fit): Fit =>
    fitAt(largestShare(from, (share) => isEnough(fitAt(share))))
  if (hasImages && isEnough({ share: 1, imageShare: LEAST_IMAGE_SHARE })) {
    return largest(LEAST_IMAGE_SHARE, (imageShare) => ({ share: 1, imageShare }))
  }
  const wholly = largest(LEAST_SHARE, (share) => ({ share, imageShare: 1 }))
  return hasImages && (wholly.share < LITTLE_SMALLER || !isEnough(wholly))
    ? largest(LEAST_SHARE, (share) => ({ share, imageShare: LEAST_IMAGE_SHARE }))
    : wholly
}

/** Returns the largest share, in whole percents, that is enough; `from` if none above it is. */
function largestShare(from: number, isEnough: (share: number) => boolean): number {
  let enough = Math.round(from * 100)
  let tooMuch = 100
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2)
    if (isEnough(middle / 100)) {
      enough = middle
    } else {
      tooMuch = middle
    }
  }
  return enough / 100
}

/** Creates a function that applies a fit to a slide, and returns what is cut off then. */
function createScaler({ root, slide }: PaperSlide): {
  lose: (fit: Fit) => Lost[]
  hasImages: boolean
} {
  const content = findContent(root)
  const own = Number(getComputedStyle(content).zoom)
  const cap = createImageCap(root)
  const zoomTo = (share: number): void => {
    // Not a transform: it becomes a drawing within the PDF, whose tags some readers miss. Lengths in percent stay, so
    // that the layout still fills the slide, with its background.
    content.style.zoom = share === 1 ? '' : String(own * share)
  }
  const isCropping = showsNoMore(root, zoomTo)
  return {
    hasImages: cap !== undefined,
    lose: ({ share, imageShare }) => {
      cap?.(imageShare)
      zoomTo(share)
      const seen = inspectOverflow(viewElement(root, slide)).filter(
        ({ kind = '' }) => !(isCropping && kind.startsWith('cut off')),
      )
      return [
        ...seen.filter((each) => isError(each) || each.kind?.startsWith('beyond')),
        ...inspectEditors(root),
      ]
    },
  }
}

/** Boxes show more of their content if they show this many times as much of it. */
const MORE = 1.1

/**
 * Tells whether the boxes that cut content off show no more of it on a smaller slide. Their size is fixed, such as that
 * of a reel, which shows one of its lines.
 */
function showsNoMore(root: HTMLElement, zoomTo: (share: number) => void): boolean {
  const boxes = [...drawnElements(root)].filter(
    (element) => getComputedStyle(element).overflow !== 'visible' && shownShare(element) < 1,
  )
  if (boxes.length === 0) {
    return false
  }
  const shares = boxes.map(shownShare)
  zoomTo(LEAST_SHARE)
  const smaller = boxes.map(shownShare)
  zoomTo(1)
  return smaller.every((share, index) => share < (shares[index] ?? 0) * MORE)
}

/** Returns how much of its content a box shows, as a share. */
function shownShare({ clientWidth, clientHeight, scrollWidth, scrollHeight }: Element): number {
  return Math.min(clientWidth / Math.max(1, scrollWidth), clientHeight / Math.max(1, scrollHeight))
}

/** Returns the layout of a slide, without layers such as a footer; all of the slide if there is no single layout. */
function findContent(root: HTMLElement): HTMLElement {
  const page = root.querySelector<HTMLElement>('.slidev-page') ?? root
  const layouts = [...page.children].filter(
    (child) =>
      child instanceof HTMLElement && child.matches('.slidev-layout, :has(.slidev-layout)'),
  )
  const [layout] = layouts
  return layouts.length === 1 && layout instanceof HTMLElement ? layout : page
}
