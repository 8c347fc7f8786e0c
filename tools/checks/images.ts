import { inPx } from './fault.ts'
import type { Fault } from './fault.ts'
import { closestDrawn, drawnElements } from './page/drawn-tree.ts'
import { isShown } from './page/slide-view.ts'
import type { Picture, SlideView } from './page/slide-view.ts'

/** Height in device px of the projector or screen that an image must be sharp on. */
const SCREEN_PX = 1080

/** Rounding of a width, as a share. */
const TOLERANCE = 1.02

/**
 * Images that are broken, without an alternative text that says something, or with too few pixels for a
 * 1080p screen. Images of other hosts are the network check's.
 */
export async function inspectImages(view: SlideView): Promise<Fault[]> {
  const { pictures, edge } = view
  const screenScale = SCREEN_PX / (edge.bottom - edge.top)
  const faults = pictures.flatMap((picture) => {
    const { element, source, nth } = picture
    if (!(element instanceof HTMLImageElement)) {
      return []
    }
    const place = { reference: source ?? '<img', nth }
    return [
      isLocal(element.currentSrc || element.src) && checkLoaded(picture),
      checkAlt(picture),
      checkSharp(picture, screenScale),
    ]
      .filter((fault) => fault !== false && fault !== undefined)
      .map((fault) => ({ ...fault, place }))
  })
  return [...faults, ...(await findBrokenGrounds(view))]
}

type Complaint = Omit<Fault, 'place'>

function isLocal(address: string): boolean {
  return !address || new URL(address, location.href).origin === location.origin || isInline(address)
}

function isInline(address: string): boolean {
  return /^(?:data|blob):/.test(address)
}

function checkLoaded({ element, name }: Picture): Complaint | undefined {
  return element instanceof HTMLImageElement && element.naturalWidth === 0
    ? {
        seen: `${name} is not shown: the file is missing or no image`,
        expected: 'an image file of that name in public/ or beside the deck',
        fix: 'Correct the path, or put the file there.',
      }
    : undefined
}

function checkAlt({ element, name }: Picture): Complaint | undefined {
  const isDecoration =
    element.getAttribute('role') === 'presentation' ||
    closestDrawn(element, '[aria-hidden="true"]') !== undefined
  if (isDecoration) {
    return undefined
  }
  const alt = element.getAttribute('alt')?.trim() ?? ''
  const fix = 'Say what the picture shows: `![what it shows](…)` or `alt="…"`.'
  if (alt === '') {
    return {
      seen: `${name} has no alternative text`,
      expected: 'a text that carries the picture’s message to who does not see it',
      fix: `${fix} Mere decoration takes role="presentation".`,
    }
  }
  return isFileName(alt, name)
    ? {
        seen: `the alternative text of ${name} is only its file name: "${alt}"`,
        expected: 'a text that carries the picture’s message',
        fix,
      }
    : undefined
}

/** Whether an alternative text says no more than the file's name does. */
export function isFileName(alt: string, file: string): boolean {
  const plainAlt = toLetters(alt)
  const stem = file.replace(/[?#].*$/, '').replace(/\.\w+$/, '')
  const stems = [stem, stem.replace(/-[\w-]{8}$/, '')]
  return (
    /^\S+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(alt) ||
    stems.some((each) => each !== '' && toLetters(each) === plainAlt)
  )
}

function toLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '')
}

function checkSharp({ element, name, drawn }: Picture, screenScale: number): Complaint | undefined {
  if (!(element instanceof HTMLImageElement) || isVector(element)) {
    return undefined
  }
  const neededPx = (drawn.right - drawn.left) * screenScale
  const hasPx = element.naturalWidth
  return hasPx > 0 && neededPx > hasPx * TOLERANCE
    ? {
        seen: `${name} is ${inPx(hasPx)} wide and shown ${inPx(neededPx)} wide on a 1080p screen: blurred`,
        expected: 'at least one pixel of the image for each of the screen',
        fix: 'Use a larger image or an SVG, or show it smaller.',
      }
    : undefined
}

function isVector({ currentSrc, src }: HTMLImageElement): boolean {
  return /\.svg(?:$|[?#])|^data:image\/svg/.test(currentSrc || src)
}

/** Background images, such as a cover's, that do not load. */
async function findBrokenGrounds({ root }: SlideView): Promise<Fault[]> {
  const addresses = new Set(
    [...drawnElements(root)]
      .filter((element) => isShown(element))
      .flatMap((element) => [
        ...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g),
      ])
      .map(([, address = '']) => address)
      .filter((address) => isLocal(address) && !isInline(address)),
  )
  const faults: Fault[] = []
  for (const address of addresses) {
    const image = new Image()
    image.src = address
    const isBroken = await image.decode().then(
      () => false,
      () => true,
    )
    if (isBroken) {
      const name = address.split('/').at(-1) ?? address
      faults.push({
        place: { reference: name },
        seen: `the background ${name} is not shown: the file is missing or no image`,
        expected: 'an image file of that name in public/',
        fix: 'Correct the path, or put the file there.',
      })
    }
  }
  return faults
}
