/** Longest wait for pictures, in ms. */
const LOADING_LIMIT_MS = 30_000

/**
 * Gives the pictures of an article that have no size yet, such as backgrounds and those of notes, their own: the page
 * does not move when they come. A background that cannot be loaded now has the shape of its box, in case it comes later.
 */
export async function reserveRoom(article: Element): Promise<void> {
  const images = [...article.querySelectorAll<HTMLImageElement>('img:not([width], [height])')]
  await Promise.race([
    Promise.all(images.map(measure)),
    new Promise((resolve) => {
      setTimeout(resolve, LOADING_LIMIT_MS)
    }),
  ])
}

async function measure(image: HTMLImageElement): Promise<void> {
  // The image itself loads when it is scrolled to.
  const probe = new Image()
  probe.src = image.src
  await probe.decode().catch(() => {})
  const { naturalWidth, naturalHeight } = probe
  const figure = image.closest<HTMLElement>('figure[style]')
  if (naturalWidth > 0 && naturalHeight > 0) {
    image.setAttribute('width', String(naturalWidth))
    image.setAttribute('height', String(naturalHeight))
    figure?.style.setProperty('--ratio', (naturalWidth / naturalHeight).toFixed(3))
  } else if (figure && image.parentElement === figure) {
    image.style.aspectRatio = figure.style.getPropertyValue('--ratio')
    image.style.objectFit = 'contain'
  }
}
