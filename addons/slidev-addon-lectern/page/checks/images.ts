import { isForeign } from '../../client/parse-url.ts'
import type { Observation } from '../observation.ts'
import { closestDrawn, drawnElements } from '../slide/drawn-tree.ts'
import type { Graphic } from '../slide/graphics.ts'
import { DIMMED } from '../slide/opacity.ts'
import { isShown } from '../slide/shown.ts'
import type { SlideView } from '../slide/slide-view.ts'
import { UNFADE_SUBTITLES } from './accessibility/contrast.ts'
import { checkAlt } from './images/alternative-text.ts'
import type { ImageObservation } from './images/alternative-text.ts'
import { checkShape, checkSharp } from './images/pixels.ts'

/**
 * Finds images that are broken, have no useful alternative text, have too few pixels for a 1080p screen, are stretched,
 * or are faded by an element around them. Images of other hosts are left to the network check.
 */
export async function inspectImages(view: SlideView): Promise<Observation[]> {
  const { graphics, edge } = view
  const slideArea = (edge.bottom - edge.top) * (edge.right - edge.left)
  const observations = graphics.flatMap((graphic) => {
    const { element, source, nth, drawn } = graphic
    if (!(element instanceof HTMLImageElement)) {
      return []
    }
    const area = (drawn.right - drawn.left) * (drawn.bottom - drawn.top)
    return [
      checkLoaded(graphic),
      checkAlt(graphic, area / slideArea),
      checkSharp(graphic, edge),
      checkShape(graphic),
      checkOpacity(graphic),
    ]
      .filter((observation) => observation !== undefined)
      .map((observation) => ({ ...observation, hint: { reference: source ?? '<img', nth } }))
  })
  return [...observations, ...findSilentBackground(view), ...(await findBrokenBackgrounds(view))]
}

function isLocal(address: string): boolean {
  return !isForeign(address) || isInline(address)
}

function isInline(address: string): boolean {
  return /^(?:data|blob):/.test(address)
}

/**
 * Checks whether an image is shown. One without an address, or one that loads when it is scrolled to, has not failed.
 */
function checkLoaded({ element, name }: Graphic): ImageObservation | undefined {
  const hasFailed =
    element instanceof HTMLImageElement &&
    element.complete &&
    element.naturalWidth === 0 &&
    (element.currentSrc || element.src) !== '' &&
    isLocal(element.currentSrc || element.src)
  return hasFailed
    ? {
        seen: `${name} is not shown: the file is missing or not an image`,
        expected: 'an image file of that name in public/ or beside the deck',
        fix: 'Correct the path, or put the file there.',
        severity: 'error',
      }
    : undefined
}

/**
 * Checks whether the default theme fades an image, as it fades the paragraph after a title. All other fading is the
 * author's choice.
 */
function checkOpacity({ element, name }: Graphic): ImageObservation | undefined {
  const paragraph = closestDrawn(element, 'h1 + p')
  const isFaded =
    paragraph !== undefined &&
    !closestDrawn(element, DIMMED) &&
    Number(getComputedStyle(paragraph).opacity) < 1
  return isFaded
    ? {
        seen: `${name} is faded by the paragraph around it, because the theme fades the paragraph after a title`,
        expected: 'an image at full strength',
        fix: UNFADE_SUBTITLES,
        severity: 'warning',
        kind: 'faded after a title',
        isDeckWide: true,
      }
    : undefined
}

/** Finds a slide that is background images and nothing else, not even a text for people who cannot see it. */
function findSilentBackground({ root, graphics }: SlideView): Observation[] {
  const addresses = listBackgrounds(root)
  const [address] = addresses
  const texts = [...drawnElements(root)].filter(({ localName }) => localName !== 'style')
  const isSilent =
    graphics.length === 0 &&
    texts.every((element) => [...element.childNodes].every((node) => !isText(node)))
  return isSilent && address !== undefined
    ? [
        {
          hint: { reference: nameOf(address) },
          seen:
            addresses.length > 1
              ? `the slide is ${addresses.length} images alone, which have no alternative text`
              : `the slide is the image ${nameOf(address)} alone, which has no alternative text`,
          expected: 'a text that tells people who cannot see the image what it shows',
          fix: 'Write it as a heading for people who cannot see it: `<h1 class="sr-only">what it shows</h1>`.',
          severity: 'warning',
          kind: 'background alone',
          isDeckWide: true,
        },
      ]
    : []
}

function isText(node: Node): boolean {
  return node instanceof Text && node.data.trim() !== ''
}

/** Lists the addresses of the background images that are shown. */
function listBackgrounds(root: Element): string[] {
  return [...drawnElements(root)]
    .filter((element) => isShown(element))
    .flatMap((element) => [
      ...getComputedStyle(element).backgroundImage.matchAll(/url\("([^"]+)"\)/g),
    ])
    .map(([, address = '']) => address)
}

function nameOf(address: string): string {
  return address.split('/').at(-1) ?? address
}

/** Finds background images, such as a cover's, that do not load. */
async function findBrokenBackgrounds({ root }: SlideView): Promise<Observation[]> {
  const addresses = new Set(
    listBackgrounds(root).filter((address) => isLocal(address) && !isInline(address)),
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
      observations.push({
        hint: { reference: nameOf(address) },
        seen: `the background ${nameOf(address)} is not shown: the file is missing or not an image`,
        expected: 'an image file of that name in public/',
        fix: 'Correct the path, or put the file there.',
      })
    }
  }
  return observations
}
