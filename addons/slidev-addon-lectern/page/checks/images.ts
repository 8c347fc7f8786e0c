import { plainName } from '../../deck/source-lines.ts'
import { inPx } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnElements, drawnParent } from '../slide/drawn-tree.ts'
import { DIMMED, opacityOf } from '../slide/opacity.ts'
import { isShown } from '../slide/slide-view.ts'
import type { Picture, SlideView } from '../slide/slide-view.ts'

/** Height in device px of the projector or screen that an image must be sharp on. */
const SCREEN_PX = 1080

/** Rounding of a width, as a share. */
const TOLERANCE = 1.02

/**
 * Images that are broken, without an alternative text that says something, with too few pixels for a 1080p
 * screen, out of shape, or faded by what stands around them. Images of other hosts are the network check's.
 */
export async function inspectImages(view: SlideView): Promise<Observation[]> {
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
      checkShape(picture),
      checkOpacity(picture),
    ]
      .filter((fault) => fault !== false && fault !== undefined)
      .map((fault) => ({ ...fault, place }))
  })
  return [...faults, ...(await findBrokenGrounds(view))]
}

type Complaint = Omit<Observation, 'place'>

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
      expected: "a text that carries the picture's message to those who do not see it",
      fix: `${fix} Mere decoration takes role="presentation".`,
    }
  }
  return isFileName(alt, name)
    ? {
        seen: `the alternative text of ${name} is only its file name: "${alt}"`,
        expected: "a text that carries the picture's message",
        fix,
      }
    : undefined
}

/** Whether an alternative text says no more than the file's name does. */
export function isFileName(alt: string, file: string): boolean {
  const plainAlt = toLetters(alt)
  const stem = file.replace(/[?#].*$/, '').replace(/\.\w+$/, '')
  const stems = [stem, plainName(file).replace(/\.\w+$/, '')]
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
        severity: 'warning',
      }
    : undefined
}

function isVector({ currentSrc, src }: HTMLImageElement): boolean {
  return /\.svg(?:$|[?#])|^data:image\/svg/.test(currentSrc || src)
}

function checkShape({ element, name }: Picture): Complaint | undefined {
  if (!(element instanceof HTMLImageElement) || element.naturalHeight === 0) {
    return undefined
  }
  const { width, height } = element.getBoundingClientRect()
  const stretch = width / height / (element.naturalWidth / element.naturalHeight)
  const isStretched = Math.max(stretch, 1 / stretch) > TOLERANCE
  return isStretched && getComputedStyle(element).objectFit === 'fill' && height > 0
    ? {
        seen: `${name} is out of shape: stretched to ${inPx(width)} by ${inPx(height)}`,
        expected: 'an image in its own proportions',
        fix: 'Give it a width or a height, not both, or the class `object-contain`.',
      }
    : undefined
}

/** An author may fade a picture; what stands around it, such as a theme's paragraph, should not. */
function checkOpacity({ element, name }: Picture): Complaint | undefined {
  const around = drawnParent(element)
  const isFaded = around !== undefined && !closestDrawn(element, DIMMED) && opacityOf(around) < 1
  return isFaded
    ? {
        seen: `${name} is faded by what stands around it`,
        expected: 'a picture at full strength',
        fix: 'Take the opacity from what is around it; theme-default fades whatever follows a title: `.slidev-layout h1 + p { opacity: 1 }`.',
      }
    : undefined
}

/** Background images, such as a cover's, that do not load. */
async function findBrokenGrounds({ root }: SlideView): Promise<Observation[]> {
  const addresses = new Set(
    [...drawnElements(root)]
      .filter((element) => isShown(element))
      .flatMap((element) => [
        ...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g),
      ])
      .map(([, address = '']) => address)
      .filter((address) => isLocal(address) && !isInline(address)),
  )
  const faults: Observation[] = []
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
