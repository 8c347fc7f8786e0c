import { toBox } from './box.ts'
import type { Box } from './box.ts'
import { closestDrawn, drawnElements, drawnParent } from './drawn-tree.ts'
import { isShown } from './shown.ts'

/** An image, drawing, video or embedded page. */
export interface Graphic {
  element: Element
  /** File name; without one, the element's name. */
  name: string
  /** Its `src` attribute. */
  source?: string
  /** Index among those with this source, from 0. */
  nth: number
  /** The box of its content, without the empty strips that `object-fit: contain` leaves. */
  drawn: Box
}

const GRAPHICS = 'img, svg, canvas, video, iframe, object, embed'
/** Strokes of `v-mark`, which Slidev draws over a text on purpose. */
const STROKES = '.rough-annotation'

/** Lists the graphics of a slide, without those that are parts of another one. */
export function readGraphics(root: Element): Graphic[] {
  const counts = new Map<string, number>()
  return [...drawnElements(root)]
    .filter((element) => element.matches(GRAPHICS) && isGraphic(element))
    .map((element) => {
      const source = element.getAttribute('src') ?? undefined
      const name = source?.startsWith('data:') ? undefined : source && fileName(source)
      const key = source ?? element.localName
      const nth = counts.get(key) ?? 0
      counts.set(key, nth + 1)
      return { element, name: name ?? element.localName, source, nth, drawn: drawnBox(element) }
    })
}

/** Tells whether a graphic is shown and is not a part of a drawing. */
function isGraphic(element: Element): boolean {
  const parent = drawnParent(element)
  return (
    isShown(element) &&
    !closestDrawn(element, STROKES) &&
    (parent === undefined || closestDrawn(parent, 'svg') === undefined)
  )
}

/** Returns the box of an image's content, which may be smaller than its element. */
function drawnBox(element: Element): Box {
  const box = element.getBoundingClientRect()
  if (!(element instanceof HTMLImageElement) || element.naturalWidth === 0) {
    return toBox(box)
  }
  const { objectFit, objectPosition } = getComputedStyle(element)
  if (objectFit !== 'contain' && objectFit !== 'scale-down') {
    return toBox(box)
  }
  const fitted = Math.min(box.width / element.naturalWidth, box.height / element.naturalHeight)
  const scale = objectFit === 'scale-down' ? Math.min(1, fitted) : fitted
  const width = element.naturalWidth * scale
  const height = element.naturalHeight * scale
  const [across = 50, down = 50] = objectPosition
    .split(' ')
    .map((share) => Number.parseFloat(share))
  const left = box.left + ((box.width - width) * across) / 100
  const top = box.top + ((box.height - height) * down) / 100
  return { left, top, right: left + width, bottom: top + height }
}

function fileName(source: string): string | undefined {
  return source
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .split('/')
    .at(-1)
}
