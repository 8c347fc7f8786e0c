/** An image of a page. */
export interface PageImage {
  /** Its place among the page's images. */
  index: number
  url: string
  /** Of its file, in pixels. */
  width: number
  /** Of its file, in pixels. */
  height: number
}

/** A small image that is shown in place of another one. */
export interface Replacement {
  /** Place of the other one among the page's images. */
  index: number
  url: string
  /** Pixels of the small image for each pixel of the other one. */
  density: number
}

/** Lists the visible images that are files of the site. */
export function listImages(): PageImage[] {
  return [...document.images].flatMap((image, index) => {
    const { src, srcset, parentElement, naturalWidth: width, naturalHeight: height } = image
    const isPlain = srcset === '' && parentElement?.localName !== 'picture' && height > 0
    const isSeen = image.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return isPlain && isSeen && src.startsWith(location.origin)
      ? [{ index, url: src, width, height }]
      : []
  })
}

/** Shows small images in place of others, and returns when they are loaded. */
export async function replaceImages(replacements: readonly Replacement[]): Promise<void> {
  const images = [...document.images]
  await Promise.all(
    replacements.map(async ({ index, url, density }) =>
      reload(images[index], (image) => {
        image.loading = 'eager'
        image.dataset['lecternSrc'] = image.getAttribute('src') ?? ''
        image.removeAttribute('src')
        // The density gives it the size of the other one, so that nothing moves.
        image.srcset = `${url} ${density}x`
      }),
    ),
  )
}

/** Shows images again that were replaced, and returns when they are loaded. */
export async function restoreImages(indices: readonly number[]): Promise<void> {
  const images = [...document.images]
  await Promise.all(
    indices.map(async (index) =>
      reload(images[index], (image) => {
        image.removeAttribute('srcset')
        image.src = image.dataset['lecternSrc'] ?? ''
      }),
    ),
  )
}

async function reload(
  image: HTMLImageElement | undefined,
  change: (image: HTMLImageElement) => void,
): Promise<void> {
  if (image) {
    change(image)
    await new Promise((resolve) => {
      image.addEventListener('load', resolve, { once: true })
      image.addEventListener('error', resolve, { once: true })
    })
  }
}
