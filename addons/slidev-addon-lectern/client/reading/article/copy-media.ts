import { create } from './copying.ts'
import { styleOf } from './place-picture.ts'

/** Copies a video or a sound, which plays only when its button is pressed. */
export function copyMedia(media: HTMLMediaElement): Element {
  const twin = media.cloneNode(true)
  if (!(twin instanceof HTMLMediaElement)) {
    return create('figure', {})
  }
  twin.autoplay = false
  twin.controls = true
  twin.preload = 'none'
  twin.removeAttribute('class')
  twin.removeAttribute('style')
  const size = media instanceof HTMLVideoElement ? sizeOf(media) : undefined
  if (size) {
    // Its room, as long as it is not loaded.
    twin.setAttribute('width', String(Math.round(size.width)))
    twin.setAttribute('height', String(Math.round(size.height)))
  }
  return create('figure', { style: size && styleOf(size) }, twin)
}

/** Returns the size of a video on its slide, in its own shape where that is known. */
function sizeOf(video: HTMLVideoElement): { width: number; height: number } | undefined {
  const { width, height } = video.getBoundingClientRect()
  const { videoWidth, videoHeight } = video
  if (width === 0 || height === 0) {
    return undefined
  }
  return { width, height: videoWidth > 0 ? (width * videoHeight) / videoWidth : height }
}

/** Copies what a plug-in or the browser shows. */
export function copyObject(object: HTMLObjectElement | HTMLEmbedElement): Element {
  const twin = create('span', {}, object.cloneNode(true)).firstElementChild ?? object
  const { width, height } = object.getBoundingClientRect()
  twin.removeAttribute('class')
  twin.removeAttribute('style')
  twin.setAttribute('width', String(Math.round(width)))
  twin.setAttribute('height', String(Math.round(height)))
  return create('figure', { style: styleOf({ width, height }) }, twin)
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
