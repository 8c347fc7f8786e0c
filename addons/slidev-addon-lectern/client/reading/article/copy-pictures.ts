import { findFigureName } from '../../figures/figure-names.ts'
import { parseUrl } from '../../parse-url.ts'
import { create } from './copying.ts'
import type { Copying } from './copying.ts'
import { placePicture, styleOf } from './place-picture.ts'

/** Share of the slide's width from which on a background is a picture. */
const BACKGROUND_SHARE = 0.2

/** Matches the address in a background image. */
const BACKGROUND_RE = /url\("((?:[^"\\]|\\.)*)"\)/

/** Matches the size of a background that shows one image, and is no pattern. */
const WHOLE_RE = /^(?:cover|contain|100%)/

/** Copies an image: in its line if it is as high as the text, otherwise as a figure. */
export function copyImage(image: HTMLImageElement, copying: Copying): Element {
  const { src, currentSrc, srcset, alt, naturalWidth, naturalHeight } = image
  // Of a `<picture>`, the one that is shown.
  const typed = image.closest('picture') ? toAddress(currentSrc) : image.getAttribute('src')
  const hasSize = naturalWidth > 0 && naturalHeight > 0
  const twin = create('img', {
    src: typed ?? src,
    srcset: srcset || undefined,
    alt,
    width: hasSize ? String(naturalWidth) : undefined,
    height: hasSize ? String(naturalHeight) : undefined,
    loading: 'lazy',
    decoding: 'async',
    'data-figure': findFigureName(image),
  })
  return placePicture(image, twin, alt, copying)
}

/**
 * Copies a drawing in the page.
 *
 * @returns Nothing for one that only decorates: without words, and over or beside the text.
 */
export function copyDrawing(svg: SVGElement, copying: Copying): Element | undefined {
  const { width, height } = svg.getBoundingClientRect()
  const label = svg.getAttribute('aria-label') ?? svg.querySelector('title')?.textContent ?? ''
  const hasWords = label !== '' || svg.textContent?.trim() !== ''
  const isOver = getComputedStyle(svg).position === 'absolute'
  if (width === 0 || height === 0 || (!hasWords && (isOver || svg.closest('button')))) {
    return undefined
  }
  const twin = svg.cloneNode(true)
  if (!(twin instanceof SVGElement)) {
    return undefined
  }
  if (!twin.hasAttribute('viewBox')) {
    twin.setAttribute('viewBox', `0 0 ${svg.clientWidth} ${svg.clientHeight}`)
  }
  twin.removeAttribute('style')
  twin.setAttribute('width', String(Math.round(svg.clientWidth)))
  twin.setAttribute('height', String(Math.round(svg.clientHeight)))
  if (label === '') {
    twin.setAttribute('aria-hidden', hasWords ? 'false' : 'true')
  } else {
    twin.setAttribute('role', 'img')
    twin.setAttribute('aria-label', label)
  }
  return placePicture(svg, twin, label, copying)
}

/** Copies a drawing of a script as a picture; says where it is if another host's pixels keep it from being read. */
export function copyCanvas(canvas: HTMLCanvasElement, copying: Copying): Element | undefined {
  const alt = canvas.getAttribute('aria-label') ?? canvas.textContent?.trim() ?? ''
  try {
    const size = { width: String(canvas.width), height: String(canvas.height) }
    const twin = create('img', { src: canvas.toDataURL(), alt, ...size })
    return placePicture(canvas, twin, alt, copying)
  } catch {
    return alt === '' ? undefined : create('p', {}, alt)
  }
}

/** Copies an icon that is drawn as the mask of an empty element, as those of UnoCSS are. */
export function copyIcon(element: Element, style: CSSStyleDeclaration): Element | undefined {
  const mask = BACKGROUND_RE.exec(style.maskImage)?.[0]
  return mask === undefined || element.textContent !== ''
    ? undefined
    : create('span', {
        class: 'lectern-icon',
        style: `mask-image:${mask}`,
        'aria-hidden': element.hasAttribute('aria-label') ? undefined : 'true',
        role: element.hasAttribute('aria-label') ? 'img' : undefined,
        'aria-label': element.getAttribute('aria-label'),
      })
}

/** Copies the image that an element has as its background; nothing for patterns and small ones. */
export function copyBackground(
  element: Element,
  style: CSSStyleDeclaration,
  copying: Copying,
): Element | undefined {
  const address = BACKGROUND_RE.exec(style.backgroundImage)?.[1]
  const isLarge = element.getBoundingClientRect().width > copying.box.width * BACKGROUND_SHARE
  const isWhole = style.backgroundRepeat === 'no-repeat' || WHOLE_RE.test(style.backgroundSize)
  if (address === undefined || !isLarge || !isWhole) {
    return undefined
  }
  const alt = element.getAttribute('aria-label') ?? ''
  return create(
    'figure',
    {
      style: styleOf(element.getBoundingClientRect()),
      role: alt === '' ? 'presentation' : undefined,
    },
    // Its own size is found by `reserve-room.ts`.
    create('img', { src: toAddress(address), alt, loading: 'lazy', decoding: 'async' }),
  )
}

/** Shortens the address of a file of the site to its path. */
function toAddress(address: string): string {
  const url = parseUrl(address)
  return url?.origin === location.origin && url.origin !== 'null'
    ? url.pathname + url.search
    : address
}
