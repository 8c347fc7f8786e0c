import { findFigureName } from '../../figures/figure-names.ts'
import { create, createScroller } from './copying.ts'
import type { Copying } from './copying.ts'

/** Share of the slide's width up to which an image may be part of a line of text. */
const INLINE_SHARE = 0.4

/** Share of the slide's width from which on a background is a picture. */
const BACKGROUND_SHARE = 0.2

/** Greatest height of an image in a line of text, as a multiple of the text's size. */
const INLINE_HEIGHT = 2.5

/** The same with text beside it. */
const SENTENCE_HEIGHT = 6

/** Matches the address in a background image. */
const BACKGROUND_RE = /url\("((?:[^"\\]|\\.)*)"\)/

/** Matches the size of a background that shows one image, and is no pattern. */
const WHOLE_RE = /^(?:cover|contain|100%)/

/** Copies an image: in its line if it is as high as the text, otherwise as a figure. */
export function copyImage(image: HTMLImageElement, copying: Copying): Element {
  const { src, srcset, alt, naturalWidth, naturalHeight } = image
  const hasSize = naturalWidth > 0 && naturalHeight > 0
  const twin = create('img', {
    src: image.getAttribute('src') ?? src,
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

/** Copies a video or a sound, which plays only when its button is pressed. */
export function copyMedia(media: HTMLMediaElement): Element {
  const twin = media.cloneNode(true)
  if (twin instanceof HTMLMediaElement) {
    twin.autoplay = false
    twin.controls = true
    twin.preload = 'none'
    twin.removeAttribute('class')
    twin.removeAttribute('style')
  }
  return create('figure', {}, twin)
}

/** Copies a page within the slide as a link to it; one without an address as its text. */
export function copyFrame(frame: HTMLIFrameElement): Element | undefined {
  const address = frame.getAttribute('src')
  if (address) {
    return create('p', {}, create('a', { href: address }, frame.title || address))
  }
  const text = frame.contentDocument?.body.innerText.trim() || frame.title
  return text === '' ? undefined : create('p', {}, text)
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
  const { width } = element.getBoundingClientRect()
  return create(
    'figure',
    { style: `--width:${Math.round(width)}px` },
    create('img', { src: toAddress(address), alt, loading: 'lazy', decoding: 'async' }),
  )
}

/** Shortens the address of a file of the site to its path. */
function toAddress(address: string): string {
  const { origin, pathname, search } = new URL(address, document.baseURI)
  return origin === location.origin && origin !== 'null' ? pathname + search : address
}

/** Whether there is text in the same line. */
function isInSentence({ parentElement }: Element): boolean {
  return [...(parentElement?.childNodes ?? [])].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  )
}

/** Puts a picture in its line if it is as high as the text, otherwise into a figure, with its description. */
function placePicture(
  original: Element,
  twin: Element,
  description: string,
  { box: { width }, title }: Copying,
): Element {
  const box = original.getBoundingClientRect()
  const fontSize = Number.parseFloat(getComputedStyle(original).fontSize)
  const greatestHeight = fontSize * (isInSentence(original) ? SENTENCE_HEIGHT : INLINE_HEIGHT)
  if (box.height <= greatestHeight && box.width < width * INLINE_SHARE) {
    twin.classList.add('lectern-inline')
    twin.setAttribute('style', `height:${(box.height / fontSize).toFixed(2)}em`)
    return twin
  }
  const figure = create(
    'figure',
    { style: `--width:${Math.round(box.width)}px` },
    createScroller(description || title, twin),
  )
  if (description !== '') {
    figure.append(
      create(
        'details',
        { class: 'lectern-description' },
        create('summary', {}, 'Description'),
        create('p', {}, description),
      ),
    )
  }
  return figure
}
