import { decodePath } from '../../deck/decode-path.ts'
import { drawnElements } from '../slide/drawn-tree.ts'
import type { Adaptation } from './adaptation.ts'
import { roomOf } from './label.ts'
import type { Size } from './label.ts'
import { createBox, putInPlace, unlabelStacked } from './labeled-box.ts'
import { fillLostBackground } from './lost-background.ts'
import { findStill, isImage } from './video-still.ts'

/** A change without the slide it was made on. */
type Change = Omit<Adaptation, 'slide'>

/** Returns the change if an element had to be replaced. */
type Replace<Media extends Element> = (
  media: Media,
  unreachable: ReadonlySet<string>,
) => Promise<Change | undefined> | Change | undefined

/** Prints a still image or a labeled box in place of what paper cannot show, or of what did not load. */
export async function replaceMedia(
  root: HTMLElement,
  unreachable: ReadonlySet<string>,
): Promise<Change[]> {
  const changes: Change[] = []
  // All of them, before the first is replaced.
  const elements = [...drawnElements(root)]
  for (const element of elements) {
    if (element instanceof HTMLElement && element.checkVisibility()) {
      const change = await replaceElement(element, unreachable)
      changes.push(...(change ? [change] : []))
    }
  }
  unlabelStacked(root)
  return changes
}

const replaceElement: Replace<HTMLElement> = (element, unreachable) => {
  if (element instanceof HTMLVideoElement) {
    return replaceVideo(element, unreachable)
  }
  if (element instanceof HTMLAudioElement) {
    return element.controls ? replaceWithBox(element, 'Audio', element.currentSrc) : undefined
  }
  if (element instanceof HTMLIFrameElement) {
    return replaceFrame(element, unreachable)
  }
  if (element instanceof HTMLImageElement) {
    return replaceImage(element, unreachable)
  }
  if (element instanceof HTMLCanvasElement) {
    return isBlank(element) ? replaceWithBox(element, 'Interactive drawing') : undefined
  }
  return labelBackground(element, unreachable)
}

const replaceVideo: Replace<HTMLVideoElement> = async (video) => {
  const still = await findStill(video)
  const address = video.currentSrc || video.src || video.querySelector('source')?.src
  if (still === undefined) {
    return replaceWithBox(video, 'Video', address)
  }
  const image = new Image()
  image.alt = video.ariaLabel ?? video.title
  image.style.objectFit = getComputedStyle(video).objectFit
  image.src = still
  await image.decode()
  putInPlace(video, image, sizeOf(video))
  return {
    kind: 'placeholder',
    severity: 'hint',
    message: `the video ${showAddress(address ?? '')} is printed as a still image`,
  }
}

const replaceFrame: Replace<HTMLIFrameElement> = (frame, unreachable) =>
  unreachable.has(frame.src) || isEmptyPage(frame)
    ? replaceWithBox(frame, 'Embedded page', frame.src)
    : undefined

/** Tells whether a frame of the deck's own shows nothing; no page may look into one of another host. */
function isEmptyPage({ contentDocument }: HTMLIFrameElement): boolean {
  return contentDocument?.body.childElementCount === 0 && contentDocument.body.innerText === ''
}

const replaceImage: Replace<HTMLImageElement> = async (image, unreachable) => {
  const address = image.currentSrc || image.src
  const isBroken =
    address !== '' &&
    (unreachable.has(address) || (image.complete && image.naturalWidth === 0)) &&
    !(await isImage(address))
  return isBroken
    ? replaceWithBox(image, image.alt === '' ? 'Image' : `Image: ${image.alt}`, address)
    : undefined
}

/** Backgrounds smaller than this, in CSS px, are icons and textures. */
const LEAST_BACKGROUND_PX = 60

/** Labels an empty element whose background image did not load; one with text stays as it is, or becomes legible. */
const labelBackground: Replace<HTMLElement> = async (element, unreachable) => {
  const { backgroundImage, position } = getComputedStyle(element)
  const urls = [...backgroundImage.matchAll(/url\("([^"]+)"\)/g)].map(([, url = '']) => url)
  const isOwn = (url: string): boolean => url.startsWith(location.origin)
  const address = urls.find((url) => unreachable.has(url) || isOwn(url))
  const { offsetWidth: width, offsetHeight: height } = element
  const isLarge = width >= LEAST_BACKGROUND_PX && height >= LEAST_BACKGROUND_PX
  if (address === undefined || !isLarge || (await isImage(address))) {
    return undefined
  }
  if (element.childElementCount > 0 || element.textContent.trim() !== '') {
    const isFilled = fillLostBackground(element)
    return describe('image', address, isFilled ? 'a plain background' : 'what is behind it')
  }
  const box = createBox({ name: 'Image', address: showAddress(address) }, { width, height })
  Object.assign(box.style, { position: 'absolute', inset: '0' })
  const slide = element.closest('.print-slide-container') ?? document.body
  box.style.color = getComputedStyle(slide).color
  if (position === 'static') {
    element.style.position = 'relative'
  }
  element.append(box)
  return describe('image', address)
}

function replaceWithBox(element: HTMLElement, name: string, address?: string): Change {
  const size = sizeOf(element, name)
  const shown = address === undefined ? undefined : showAddress(address)
  putInPlace(element, createBox({ name, address: shown }, size), size)
  return describe((name.split(':')[0] ?? name).toLowerCase(), address)
}

/** Describes what is printed in place of something: an image of the deck's own is lost, others were never in it. */
function describe(name: string, address = '', replacement = 'a labeled box'): Change {
  const isLost = name === 'image' && address.startsWith(location.origin)
  const subject = `the ${name} ${showAddress(address)}`.trim()
  return {
    kind: 'placeholder',
    ...(address === '' ? {} : { hint: { reference: address.replace(location.origin, '') } }),
    severity: isLost ? 'error' : 'warning',
    message: isLost
      ? `${subject} is missing; ${replacement} is printed in its place`
      : `${replacement} is printed in place of ${subject}`,
  }
}

/** Returns an address as the author knows it: without this machine's server. */
function showAddress(address: string): string {
  return address.startsWith(location.origin)
    ? decodePath(address.slice(location.origin.length))
    : address
}

/**
 * Returns the size of an element: for an image that did not load, the one the author gave it, and otherwise a line with
 * its name, because it may as well be a small icon.
 */
function sizeOf(element: HTMLElement, name = ''): Size {
  const size = { width: element.offsetWidth, height: element.offsetHeight }
  if (!(element instanceof HTMLImageElement)) {
    return size
  }
  const styles = element.computedStyleMap()
  const isGiven = (side: 'width' | 'height'): boolean =>
    !(styles.get(side) instanceof CSSKeywordValue)
  const room = roomOf(name)
  const ratio = readRatio(element)
  if (isGiven('width')) {
    const height = ratio === undefined ? room.height : size.width / ratio
    return isGiven('height') ? size : { width: size.width, height }
  }
  // Logos are about as wide as they are high.
  const width = Math.max(room.width, size.height * (ratio ?? 1))
  return isGiven('height') ? { width, height: size.height } : room
}

/** Returns the ratio of width to height that is reserved for an image, such as by its attributes. */
function readRatio(image: HTMLImageElement): number | undefined {
  const [, width, height] = /([\d.]+) \/ ([\d.]+)/.exec(getComputedStyle(image).aspectRatio) ?? []
  const ratio = Number(width) / Number(height)
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined
}

/**
 * Tells whether nothing is drawn on a canvas in the flow of the text. One that lies over other content is blank most of
 * the time, such as one for confetti; one of another kind than `2d` cannot be read.
 */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const { position } = getComputedStyle(canvas)
  const { width, height } = canvas
  if ((position !== 'static' && position !== 'relative') || width * height === 0) {
    return false
  }
  try {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data
    return pixels?.every((value) => value === 0) ?? false
  } catch {
    // Drawn with an image of another host: it is printed, although no page may read it.
    return false
  }
}
