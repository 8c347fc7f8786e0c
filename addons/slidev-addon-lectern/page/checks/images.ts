import { plainName } from '../../deck/source-lines.ts'
import { inPx } from '../observation.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnElements, drawnParent } from '../slide/drawn-tree.ts'
import { DIMMED, opacityOf } from '../slide/opacity.ts'
import { isShown } from '../slide/slide-view.ts'
import type { Graphic, SlideView } from '../slide/slide-view.ts'

/** Height, in device px, of the screen that images must be sharp on. */
const SCREEN_PX = 1080

/** Largest ratio of two widths that counts as rounding. */
const TOLERANCE = 1.02

/**
 * Finds images that are broken, have no useful alternative text, have too few pixels for a 1080p screen, are stretched,
 * or are faded by an element around them. Images of other hosts are left to the network check.
 */
export async function inspectImages(view: SlideView): Promise<Observation[]> {
  const { graphics, edge } = view
  const screenScale = SCREEN_PX / (edge.bottom - edge.top)
  const observations = graphics.flatMap((graphic) => {
    const { element, source, nth } = graphic
    if (!(element instanceof HTMLImageElement)) {
      return []
    }
    const hint = { reference: source ?? '<img', nth }
    return [
      isLocal(element.currentSrc || element.src) && checkLoaded(graphic),
      checkAlt(graphic),
      checkSharp(graphic, screenScale),
      checkShape(graphic),
      checkOpacity(graphic),
    ]
      .filter((observation) => observation !== false && observation !== undefined)
      .map((observation) => ({ ...observation, hint }))
  })
  return [...observations, ...(await findBrokenBackgrounds(view))]
}

/** Observation of an image, which is where all of them are. */
type ImageObservation = Omit<Observation, 'hint'>

function isLocal(address: string): boolean {
  return !address || new URL(address, location.href).origin === location.origin || isInline(address)
}

function isInline(address: string): boolean {
  return /^(?:data|blob):/.test(address)
}

function checkLoaded({ element, name }: Graphic): ImageObservation | undefined {
  return element instanceof HTMLImageElement && element.naturalWidth === 0
    ? {
        seen: `${name} is not shown: the file is missing or not an image`,
        expected: 'an image file of that name in public/ or beside the deck',
        fix: 'Correct the path, or put the file there.',
      }
    : undefined
}

function checkAlt({ element, name }: Graphic): ImageObservation | undefined {
  const isDecoration =
    element.getAttribute('role') === 'presentation' ||
    closestDrawn(element, '[aria-hidden="true"]') !== undefined
  if (isDecoration) {
    return undefined
  }
  const alt = element.getAttribute('alt')?.trim() ?? ''
  const fix = 'Say what the image shows: `![what it shows](…)` or `alt="…"`.'
  if (alt === '') {
    return {
      seen: `${name} has no alternative text`,
      expected: 'a text that tells people who cannot see the image what it shows',
      fix: `${fix} For decoration, write role="presentation".`,
    }
  }
  return isFileName(alt, name)
    ? {
        seen: `the alternative text of ${name} is only its file name: "${alt}"`,
        expected: 'a text that tells what the image shows',
        fix,
      }
    : undefined
}

/** Tells whether an alternative text only repeats the file's name. */
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

function checkSharp(
  { element, name, drawn }: Graphic,
  screenScale: number,
): ImageObservation | undefined {
  if (!(element instanceof HTMLImageElement) || isVector(element)) {
    return undefined
  }
  const neededPx = (drawn.right - drawn.left) * screenScale
  const hasPx = element.naturalWidth
  return hasPx > 0 && neededPx > hasPx * TOLERANCE
    ? {
        seen: `${name} is ${inPx(hasPx)} wide and shown ${inPx(neededPx)} wide on a 1080p screen, so it is blurred`,
        expected: 'at least one pixel of the image for each pixel of the screen',
        fix: 'Use a larger image or an SVG, or show it smaller.',
        severity: 'warning',
      }
    : undefined
}

function isVector({ currentSrc, src }: HTMLImageElement): boolean {
  return /\.svg(?:$|[?#])|^data:image\/svg/.test(currentSrc || src)
}

function checkShape({ element, name }: Graphic): ImageObservation | undefined {
  if (!(element instanceof HTMLImageElement) || element.naturalHeight === 0) {
    return undefined
  }
  const { width, height } = element.getBoundingClientRect()
  const stretch = width / height / (element.naturalWidth / element.naturalHeight)
  const isStretched = Math.max(stretch, 1 / stretch) > TOLERANCE
  return isStretched && getComputedStyle(element).objectFit === 'fill' && height > 0
    ? {
        seen: `${name} is stretched to ${inPx(width)} by ${inPx(height)}`,
        expected: "the image's own proportions",
        fix: 'Set its width or its height, not both, or add the class `object-contain`.',
      }
    : undefined
}

/** Checks the elements around an image only: fading the image itself is the author's choice. */
function checkOpacity({ element, name }: Graphic): ImageObservation | undefined {
  const around = drawnParent(element)
  const isFaded = around !== undefined && !closestDrawn(element, DIMMED) && opacityOf(around) < 1
  return isFaded
    ? {
        seen: `${name} is faded by an element around it`,
        expected: 'an image at full strength',
        fix: 'Remove the opacity of that element. The default theme fades the paragraph after a title; undo it with `.slidev-layout h1 + p { opacity: 1 }`.',
      }
    : undefined
}

/** Finds background images, such as a cover's, that do not load. */
async function findBrokenBackgrounds({ root }: SlideView): Promise<Observation[]> {
  const addresses = new Set(
    [...drawnElements(root)]
      .filter((element) => isShown(element))
      .flatMap((element) => [
        ...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g),
      ])
      .map(([, address = '']) => address)
      .filter((address) => isLocal(address) && !isInline(address)),
  )
  const observations: Observation[] = []
  for (const address of addresses) {
    const image = new Image()
    image.src = address
    const isBroken = await image.decode().then(
      () => false,
      () => true,
    )
    if (isBroken) {
      const name = address.split('/').at(-1) ?? address
      observations.push({
        hint: { reference: name },
        seen: `the background ${name} is not shown: the file is missing or not an image`,
        expected: 'an image file of that name in public/',
        fix: 'Correct the path, or put the file there.',
      })
    }
  }
  return observations
}
