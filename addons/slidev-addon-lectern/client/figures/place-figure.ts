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
 * Puts figures where their images are: the same box, shape, opacity and fit. Reads all of them before it writes, because
 * the browser lays out the page for the first reading after each writing.
 *
 * @returns The figures whose place is not known: their slides are shown, and have no size yet.
 */
export function placeFigures(figures: readonly FigureParts[]): FigureParts[] {
  const looks = figures.flatMap((parts) => readLook(parts) ?? [])
  looks.forEach(copyLook)
  const moves = looks.map(readMove)
  moves.forEach((move) => move.isKnown && moveFrame(move))
  return moves.flatMap(({ parts, isKnown }) => (isKnown ? [] : [parts]))
}

/** How an image looks, in CSS px of its slide. */
interface Look {
  parts: FigureParts
  /** With padding and border. */
  width: number
  height: number
  zIndex: string
  opacity: string
  overflow: string
  /** Values of the copied properties. */
  copied: readonly string[]
  /** Place of the drawing within the padding's edge; none while it has no size. */
  card?: { left: number; top: number; transform: string } | undefined
}

/** Reads how an image looks; hides the frame of one that is not shown. */
function readLook(parts: FigureParts): Look | undefined {
  const { image, frame, card } = parts
  const isShown = image.getClientRects().length > 0
  setStyle(frame, 'display', isShown ? 'block' : 'none')
  if (!isShown) {
    return undefined
  }
  const style = getComputedStyle(image)
  const size = borderBox(style)
  const isCut = style.objectFit === 'cover' || style.borderTopLeftRadius !== '0px'
  return {
    parts,
    ...size,
    zIndex: style.zIndex,
    // Slidev fades what a click shows by its classes, which the frame has as well.
    opacity: image.classList.contains('slidev-vclick-target') ? '1' : style.opacity,
    // Only where it shows, because edges that are cut between two pixels grow pale.
    overflow: isCut ? 'clip' : 'visible',
    copied: COPIED.map((property) => style.getPropertyValue(property)),
    card: placeCard(style, size, card),
  }
}

function copyLook({ parts, width, height, zIndex, opacity, overflow, copied, card }: Look): void {
  const { image, frame, box } = parts
  setStyle(frame, 'width', `${width}px`)
  setStyle(frame, 'height', `${height}px`)
  setStyle(frame, 'z-index', zIndex)
  followClicks(image, frame)
  COPIED.forEach((property, at) => setStyle(box, property, copied[at] ?? ''))
  setStyle(box, 'opacity', opacity)
  setStyle(box, 'overflow', overflow)
  if (card) {
    setStyle(parts.card, 'left', `${card.left}px`)
    setStyle(parts.card, 'top', `${card.top}px`)
    setStyle(parts.card, 'transform', card.transform)
  }
}

/** Sets a property that differs: writing the same value would cost the browser as much. */
function setStyle({ style }: HTMLElement, property: string, value: string): void {
  if (written.get(style)?.get(property) !== value) {
    style.setProperty(property, value)
    const values = written.get(style) ?? new Map<string, string>()
    written.set(style, values.set(property, value))
  }
}

/** Values that were written; the browser returns some of them in another form. */
const written = new WeakMap<CSSStyleDeclaration, Map<string, string>>()

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

function placeCard(
  style: CSSStyleDeclaration,
  { width, height }: { width: number; height: number },
  card: HTMLElement,
): Look['card'] {
  const { across, down } = edges(style)
  const room = { width: width - across, height: height - down }
  const own = { width: card.offsetWidth, height: card.offsetHeight }
  if (own.width === 0 || own.height === 0) {
    return undefined
  }
  const { left, top, scaleX, scaleY } = fitCard(room, own, style.objectFit, style.objectPosition)
  return {
    left: left + Number.parseFloat(style.paddingLeft),
    top: top + Number.parseFloat(style.paddingTop),
    transform: `scale(${scaleX}, ${scaleY})`,
  }
}

/** Way from a frame to its image, in CSS px of the slide. */
interface Move {
  parts: FigureParts
  /** Whether the slide has a size, by which the way is measured. */
  isKnown: boolean
  left: number
  top: number
}

/** Measures how far the centers of image and box are apart; both may be scaled with the slide. */
function readMove({ parts, width }: Look): Move {
  const { image, frame, box } = parts
  const scale = frame.getBoundingClientRect().width / width
  const wanted = centerOf(image)
  const now = centerOf(box)
  return {
    parts,
    isKnown: scale > 0,
    left: (Number.parseFloat(frame.style.left) || 0) + (wanted.x - now.x) / scale,
    top: (Number.parseFloat(frame.style.top) || 0) + (wanted.y - now.y) / scale,
  }
}

function moveFrame({ parts, left, top }: Move): void {
  setStyle(parts.frame, 'left', `${left}px`)
  setStyle(parts.frame, 'top', `${top}px`)
}
