import { toOneLine } from '../../deck/one-line.ts'
import type { SourceHint } from '../../deck/source-lines.ts'
import { drawnElements, drawnNodes, isWithin } from '../slide/drawn-tree.ts'
import { isShown } from '../slide/shown.ts'
import { NO_TEXT } from '../slide/slide-view.ts'
import { removeGaps } from './editable-texts.ts'
import { hasOwnText, textAlternative } from './text-alternative.ts'

/** Picture of an exported slide. */
export interface ExportedPicture {
  /** Left, top, width and height, in CSS px of the slide. */
  box: readonly [left: number, top: number, width: number, height: number]
  /** Slidev's reason to take an image of something that is none: `svg`, `math`, or a property of CSS. */
  reason?: string
}

/** Exported slide, in the order of the print view. */
export interface ExportedPart {
  pictures: readonly ExportedPicture[]
  /** Text of its text boxes, without spaces and in lower case. */
  text: string
}

/** Something on a slide that is not in the file as it is on the slide. */
export interface Loss {
  /** `picture`: left out. `text`: left out. `mark`: drawn by CSS, left out. `image`: text that is an image. */
  kind: 'picture' | 'text' | 'mark' | 'image' | 'formula'
  hint: SourceHint
  /** Name for the author: the text, or the element. */
  name: string
}

/** Facts that complete an exported slide. */
export interface SlideFacts {
  slide: number
  /** Text of its first heading; empty where it has none. */
  heading: string
  /** Text of all of it, for a slide that is one image. */
  text: string
  /** Alternative text of each picture; empty for decoration. */
  alternatives: readonly string[]
  losses: readonly Loss[]
}

/** Attribute that Slidev's exporter leaves on what it has looked at. */
const SEEN = 'data-slidev-export-id'

/** Selects what Slidev makes a picture of, by its reason. */
const SELECTORS: Readonly<Record<string, string>> = {
  svg: 'svg',
  'foreign-object': 'svg',
  math: '.katex',
  canvas: 'canvas',
  media: 'video, audio',
  iframe: 'iframe',
}

/** Reasons for which Slidev takes an image of an element without what is in it. */
const BACKDROPS = new Set(['background-image', 'backdrop-filter', 'filter', 'mix-blend-mode'])

/** Selects pictures that an audience would miss. */
const GRAPHICS = 'img, svg, canvas, video, iframe, .katex'

/** Greatest difference between a picture and its element, in CSS px: the file has whole units. */
const TOLERANCE_PX = 1.5

/** Describes the slides of a print view that Slidev has exported. */
export function describeExported(parts: readonly ExportedPart[]): SlideFacts[] {
  removeGaps()
  return listExported().map((root, index) =>
    describeSlide(root, parts[index] ?? { pictures: [], text: '' }),
  )
}

/** Returns addresses of images that a PPTX would show in another shape, because it always shows the whole file. */
export function listShapedImages(): string[] {
  return [...document.images].flatMap((image) => {
    const { objectFit, borderTopLeftRadius } = getComputedStyle(image)
    const { clientWidth, clientHeight, naturalWidth, naturalHeight } = image
    const distortion = (clientWidth * naturalHeight) / (clientHeight * naturalWidth)
    const isFitted = objectFit !== 'fill' && !(Math.abs(distortion - 1) < 0.02)
    return isFitted || borderTopLeftRadius !== '0px' ? [image.currentSrc || image.src] : []
  })
}

function listExported(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.print-slide-container')].filter(
    ({ offsetWidth, offsetHeight }) => offsetWidth > 0 && offsetHeight > 0,
  )
}

function describeSlide(root: HTMLElement, { pictures, text }: ExportedPart): SlideFacts {
  const elements = [...drawnElements(root)].filter((element) => element.hasAttribute(SEEN))
  const found = findPictures(root, elements, pictures)
  const heading = elements.find((element) => element.matches('h1, h2, h3') && isShown(element))
  // Their image has all that is drawn within.
  const images = found.flatMap(({ element, reason = '' }) =>
    element && !BACKDROPS.has(reason) ? [element] : [],
  )
  return {
    slide: Number.parseInt(root.id, 10),
    heading: heading ? textAlternative(heading) : '',
    text: textAlternative(root),
    alternatives: found.map(({ element, reason = '' }) =>
      element && !BACKDROPS.has(reason) ? textAlternative(element) : '',
    ),
    losses: [
      ...found.flatMap(({ element, reason }) => (element ? describeImage(element, reason) : [])),
      ...findLost(elements, images),
      ...findLostTexts(root, images, text),
      ...findLostMarks(elements, images),
    ],
  }
}

/** Picture with what it shows. */
interface FoundPicture extends ExportedPicture {
  element?: Element
}

/** Finds what each picture shows, which is another element for each. */
function findPictures(
  root: HTMLElement,
  elements: readonly Element[],
  pictures: readonly ExportedPicture[],
): FoundPicture[] {
  const left = new Set(elements)
  return pictures.map((picture) => {
    const element = findElement(root, [...left], picture)
    if (element) {
      left.delete(element)
    }
    return { ...picture, element }
  })
}

/** Returns the element that a picture shows: the one at its place, of the kind that its reason names. */
function findElement(
  root: HTMLElement,
  elements: readonly Element[],
  { box, reason }: ExportedPicture,
): Element | undefined {
  const candidates = elements
    .filter((element) => isReason(element, reason))
    .map((element) => ({ element, distance: distanceTo(box, boxOn(root, element)) }))
    .filter(({ distance }) => distance <= TOLERANCE_PX)
  return candidates.toSorted((a, b) => a.distance - b.distance)[0]?.element
}

function isReason(element: Element, reason = 'image'): boolean {
  const selector = reason === 'image' ? 'img' : SELECTORS[reason]
  if (selector !== undefined) {
    return element.matches(selector)
  }
  const property = reason === 'background-clip-text' ? '-webkit-background-clip' : reason
  return !['', 'none', 'normal'].includes(getComputedStyle(element).getPropertyValue(property))
}

/** Returns the visible part of an element's box on its slide. */
function boxOn(root: HTMLElement, element: Element): ExportedPicture['box'] {
  const slide = root.getBoundingClientRect()
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const x = Math.max(left - slide.left, 0)
  const y = Math.max(top - slide.top, 0)
  const end = Math.min(right - slide.left, slide.width)
  return [x, y, end - x, Math.min(bottom - slide.top, slide.height) - y]
}

function distanceTo(a: ExportedPicture['box'], b: ExportedPicture['box']): number {
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))))
}

function describeImage(element: Element, reason = 'image'): Loss[] {
  const name = textAlternative(element)
  if (reason === 'math') {
    return [{ kind: 'formula', hint: { reference: name }, name }]
  }
  const isText = SELECTORS[reason] === undefined && !BACKDROPS.has(reason) && hasOwnText(element)
  return isText ? [{ kind: 'image', hint: { text: name }, name }] : []
}

/** Finds pictures that are shown, and are neither in the file nor within another picture. */
function findLost(elements: readonly Element[], images: readonly Element[]): Loss[] {
  return elements
    .filter((element) => element.matches(GRAPHICS) && isShown(element) && hasSize(element))
    .filter((element) => !images.some((image) => isWithin(element, image)))
    .map((element) => {
      const reference = element.getAttribute('src') ?? undefined
      const name = textAlternative(element) || reference || element.localName
      return { kind: 'picture', hint: { reference, text: name }, name }
    })
}

function hasSize(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width >= 1 && height >= 1
}

/** Finds texts that are shown, and are neither in a text box nor in a picture. */
function findLostTexts(root: HTMLElement, images: readonly Element[], exported: string): Loss[] {
  return [...drawnNodes(root)].flatMap((node) => {
    const parent = node.parentElement
    const isOwn =
      node instanceof Text &&
      parent?.closest(NO_TEXT) === null &&
      isShown(parent) &&
      !isEmptyBox(node)
    if (!isOwn || images.some((image) => isWithin(parent, image))) {
      return []
    }
    const name = toOneLine(node.data)
    const isExported = exported.includes(node.data.replace(/\s+/g, '').toLowerCase())
    return isExported ? [] : [{ kind: 'text', hint: { text: name }, name }]
  })
}

/** Tells whether a text takes no room, so that nobody sees it. */
function isEmptyBox(text: Text): boolean {
  const range = document.createRange()
  range.selectNodeContents(text)
  const { width, height } = range.getBoundingClientRect()
  return width === 0 || height === 0
}

/** Finds marks before and after elements that Slidev leaves out, because only the browser knows their place. */
function findLostMarks(elements: readonly Element[], images: readonly Element[]): Loss[] {
  return elements.flatMap((element) =>
    ['::before', '::after'].flatMap((which) => {
      const { content, position } = getComputedStyle(element, which)
      const isPlaced = position === 'absolute' && getComputedStyle(element).position !== 'static'
      const isDrawn = !['none', 'normal', '""'].includes(content) && !isPlaced && isShown(element)
      return isDrawn && !images.some((image) => isWithin(element, image))
        ? [
            {
              kind: 'mark' as const,
              hint: { text: textAlternative(element) },
              name: `${element.localName}${which} ${content}`,
            },
          ]
        : []
    }),
  )
}
