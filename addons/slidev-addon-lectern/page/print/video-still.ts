/** Longest wait for a video's first frame, or for another one, in ms. */
const FRAME_LIMIT_MS = 3000

/** Width and height that a frame is reduced to, in px, to find out whether it shows anything. */
const PROBE_PX = 16

/** A frame whose colors differ by no more than this, of 255, is a plain surface, such as a fade from black. */
const PLAIN_DIFFERENCE = 12

/**
 * Returns the address of an image that a video shows while it does not play: its poster; otherwise the frame it stands
 * at, or its last one where that is plain.
 *
 * @returns `undefined` where the browser has none, such as of a format it cannot play.
 */
export async function findStill(video: HTMLVideoElement): Promise<string | undefined> {
  if (video.poster !== '' && (await isImage(video.poster))) {
    return video.poster
  }
  if (!(await hasFrame(video))) {
    return undefined
  }
  const first = readFrame(video)
  if (first && !first.isPlain) {
    return first.url
  }
  if (!(await seek(video, video.duration))) {
    return undefined
  }
  const last = readFrame(video)
  return last && !last.isPlain ? last.url : undefined
}

/** Tells whether an image can be shown. */
export async function isImage(url: string): Promise<boolean> {
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => image.naturalWidth > 0,
    () => false,
  )
}

async function hasFrame(video: HTMLVideoElement): Promise<boolean> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
    return true
  }
  video.preload = 'auto'
  return waitFor(video, 'loadeddata')
}

async function seek(video: HTMLVideoElement, seconds: number): Promise<boolean> {
  if (!Number.isFinite(seconds)) {
    return false
  }
  const sought = waitFor(video, 'seeked')
  video.currentTime = seconds
  return sought
}

/** Waits for an event of a video; not for long, and not for one that cannot be played. */
async function waitFor(video: HTMLVideoElement, event: string): Promise<boolean> {
  const isBroken = (): boolean =>
    video.error !== null || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE
  if (isBroken()) {
    return false
  }
  return new Promise((resolve) => {
    const failed = (): void => {
      if (isBroken()) {
        resolve(false)
      }
    }
    video.addEventListener(event, () => resolve(true), { once: true })
    video.addEventListener('error', failed)
    // An error of a <source> does not bubble. The state of the network changes after the last one.
    for (const source of video.querySelectorAll('source')) {
      source.addEventListener('error', () => setTimeout(failed))
    }
    setTimeout(() => resolve(false), FRAME_LIMIT_MS)
  })
}

/** Returns the frame that a video shows; `undefined` for one of another host, which no page may read. */
function readFrame(video: HTMLVideoElement): { url: string; isPlain: boolean } | undefined {
  try {
    const frame = draw(video, video.videoWidth, video.videoHeight)
    const { data } = draw(video, PROBE_PX, PROBE_PX).getImageData(0, 0, PROBE_PX, PROBE_PX)
    return { url: frame.canvas.toDataURL('image/jpeg', 0.92), isPlain: isPlain(data) }
  } catch {
    return undefined
  }
}

function draw(video: HTMLVideoElement, width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) {
    throw new Error('This browser has no canvas, which is needed to read a frame.')
  }
  context.drawImage(video, 0, 0, width, height)
  return context
}

/** Tells whether all pixels have nearly the same color. */
export function isPlain(pixels: Uint8ClampedArray): boolean {
  return pixels.every(
    (value, index) => Math.abs(value - (pixels[index % 4] ?? 0)) <= PLAIN_DIFFERENCE,
  )
}
