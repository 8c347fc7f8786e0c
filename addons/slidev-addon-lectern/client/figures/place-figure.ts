import { centerOf } from './center-of.ts'
import { fitCard } from './fit-card.ts'

/** Properties of an image that its frame has as well, because the image itself is hidden. */
const COPIED = [
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'border-radius',
  'padding',
  'box-sizing',
  'box-shadow',
  'background-color',
  'filter',
  'transform',
  'rotate',
  'scale',
  'translate',
  'transform-origin',
  'clip-path',
  'mix-blend-mode',
]

/** Class of elements that a click reveals; Slidev fades them itself. */
const CLICK_CLASS_RE = /^slidev-vclick/

/** Parts of a live figure that follow its image. */
export interface FigureParts {
  image: HTMLImageElement
  /** Lies over the image, beside it in the document. */
  frame: HTMLElement
  /** Fills the frame; has the image's border, padding and transform. */
  box: HTMLElement
  /** The drawing in its own size. */
  card: HTMLElement
}

/**
 * Puts a figure where its image is: the same box, shape, opacity and fit.
 *
 * @returns Whether its place is known: not while the slide, which is shown, has no size yet.
 */
export function placeFigure({ image, frame, box, card }: FigureParts): boolean {
  const isShown = image.getClientRects().length > 0
  frame.style.display = isShown ? 'block' : 'none'
  if (!isShown) {
    return true
  }
  const style = getComputedStyle(image)
  const { width, height } = borderBox(style)
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, zIndex: style.zIndex })
  followClicks(image, frame)
  for (const property of COPIED) {
    box.style.setProperty(property, style.getPropertyValue(property))
  }
  const isFaded = image.classList.contains('slidev-vclick-target')
  box.style.opacity = isFaded ? '1' : style.opacity
  // Only where it shows, because edges that are cut between two pixels grow pale.
  const isCut = style.objectFit === 'cover' || style.borderTopLeftRadius !== '0px'
  box.style.overflow = isCut ? 'clip' : 'visible'
  fillBox(style, { width, height }, card)
  return moveOver(image, frame, box, width)
}

/** Size of an image with padding and border, in CSS px of its slide. */
function borderBox(style: CSSStyleDeclaration): { width: number; height: number } {
  const width = Number.parseFloat(style.width)
  const height = Number.parseFloat(style.height)
  if (style.boxSizing === 'border-box') {
    return { width, height }
  }
  const { across, down } = edges(style)
  return { width: width + across, height: height + down }
}

/** Returns the widths of padding and border on both sides, in CSS px. */
function edges(style: CSSStyleDeclaration): { across: number; down: number } {
  const sum = (...values: string[]): number =>
    values.reduce((total, value) => total + (Number.parseFloat(value) || 0), 0)
  return {
    across: sum(
      style.paddingLeft,
      style.paddingRight,
      style.borderLeftWidth,
      style.borderRightWidth,
    ),
    down: sum(style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth),
  }
}

/** Gives the frame the classes of Slidev by which a click shows and hides the image. */
function followClicks(image: Element, frame: Element): void {
  const wanted = [...image.classList].filter((name) => CLICK_CLASS_RE.test(name))
  const present = [...frame.classList].filter((name) => CLICK_CLASS_RE.test(name))
  frame.classList.remove(...present.filter((name) => !wanted.includes(name)))
  frame.classList.add(...wanted.filter((name) => !present.includes(name)))
}

function fillBox(
  style: CSSStyleDeclaration,
  { width, height }: { width: number; height: number },
  card: HTMLElement,
): void {
  const { across, down } = edges(style)
  const room = { width: width - across, height: height - down }
  const own = { width: card.offsetWidth, height: card.offsetHeight }
  if (own.width > 0 && own.height > 0) {
    const place = fitCard(room, own, style.objectFit, style.objectPosition)
    Object.assign(card.style, {
      left: `${place.left + Number.parseFloat(style.paddingLeft)}px`,
      top: `${place.top + Number.parseFloat(style.paddingTop)}px`,
      transform: `scale(${place.scaleX}, ${place.scaleY})`,
    })
  }
}

/** Moves the frame until the centers of image and box meet; both may be scaled with the slide. */
function moveOver(image: Element, frame: HTMLElement, box: Element, width: number): boolean {
  const scale = frame.getBoundingClientRect().width / width
  if (!(scale > 0)) {
    return false
  }
  const wanted = centerOf(image)
  const now = centerOf(box)
  const left = Number.parseFloat(frame.style.left) || 0
  const top = Number.parseFloat(frame.style.top) || 0
  frame.style.left = `${left + (wanted.x - now.x) / scale}px`
  frame.style.top = `${top + (wanted.y - now.y) / scale}px`
  return true
}

/**
 * Calls a function whenever an image may have moved or changed on its slide.
 *
 * @param own - Name of the elements in which changes do not count, because they are the figures' own.
 * @returns A function that ends it.
 */
export function watchImage(image: HTMLImageElement, own: string, changed: () => void): () => void {
  const slide = image.closest('.slidev-page') ?? image.parentElement ?? image
  const sizes = new ResizeObserver(changed)
  sizes.observe(image)
  sizes.observe(slide)
  const changes = new MutationObserver((records) => {
    const isElsewhere = ({ target }: MutationRecord): boolean =>
      !(target instanceof Element ? target : target.parentElement)?.closest(own)
    if (records.some(isElsewhere)) {
      changed()
    }
  })
  changes.observe(slide, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  const ends = ['load', 'transitionend', 'animationend']
  ends.forEach((type) => slide.addEventListener(type, changed, true))
  document.fonts.addEventListener('loadingdone', changed)
  return () => {
    sizes.disconnect()
    changes.disconnect()
    ends.forEach((type) => slide.removeEventListener(type, changed, true))
    document.fonts.removeEventListener('loadingdone', changed)
  }
}
