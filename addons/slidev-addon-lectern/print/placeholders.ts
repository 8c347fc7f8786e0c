import type { Page } from 'playwright-chromium'

import type { Placeholder } from './pdf/placeholders.ts'
import { packOpacity } from './pdf/png-opacity.ts'
import { readPng } from './pdf/png.ts'
import type { Png } from './pdf/png.ts'
import { chooseRatio, drawBitmap } from './placeholder-bitmap.ts'

/** A picture of a page with a small one in its place. */
export interface PageStandIn extends Placeholder {
  /** Where it is among the page's pictures. */
  index: number
}

/** The PNG files of a site by their address; `undefined` for what a PDF cannot hold as it is. */
export type PngFiles = Map<string, Promise<Png | undefined>>

/** Their colors begin here: nobody's pictures are of this one alone. */
const FIRST_COLOR = 0x5a_c3_01

/**
 * Reads the pictures of a site as a page asks for them, in the time in which it is drawn.
 *
 * @param page - That is not open yet.
 * @param site - Address of the site.
 * @param files - What is read is added.
 */
export function readPictures(page: Page, site: string, files: PngFiles): void {
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && request.url().startsWith(site)) {
      // It is asked for, and its failure seen, when the page is drawn.
      readFile(request.url(), files).catch(() => {})
    }
  })
}

/**
 * Shows small pictures in place of the large ones that a PDF can hold as they are in their files. Nothing
 * moves: to the page the small ones are as large as the others.
 *
 * @param files - Files that were read before; the others are added.
 */
export async function showPlaceholders(page: Page, files: PngFiles): Promise<PageStandIn[]> {
  const pictures = await page.evaluate(listPictures)
  const pngs = await Promise.all(pictures.map(async ({ url }) => readFile(url, files)))
  const placeholders = pictures.flatMap(({ index, width, height }, at): PageStandIn[] => {
    const png = pngs[at]
    const size = chooseRatio(width, height)
    return png && size && png.width === width && png.height === height
      ? [{ index, png, ...size, color: FIRST_COLOR + at }]
      : []
  })
  await page.evaluate(
    replacePictures,
    placeholders.map(({ index, png, ...bitmap }) => ({
      index,
      density: bitmap.width / png.width,
      url: `data:image/bmp;base64,${drawBitmap(bitmap).toString('base64')}`,
    })),
  )
  return placeholders
}

/** Shows the pictures again that were replaced. */
export async function showPictures(
  page: Page,
  placeholders: readonly PageStandIn[],
): Promise<void> {
  await page.evaluate(
    restorePictures,
    placeholders.map(({ index }) => index),
  )
}

async function readFile(url: string, files: PngFiles): Promise<Png | undefined> {
  const file = files.get(url) ?? fetchPng(url)
  files.set(url, file)
  return file
}

async function fetchPng(url: string): Promise<Png | undefined> {
  const response = await fetch(url)
  const png = response.ok ? readPng(new Uint8Array(await response.arrayBuffer())) : undefined
  if (png) {
    // Packed while the browser prints. It is asked for, and its failure seen, when that is done.
    packOpacity(png).catch(() => {})
  }
  return png
}

/** The pictures in sight that are files of the site. Runs in the page. */
function listPictures(): { index: number; url: string; width: number; height: number }[] {
  return [...document.images].flatMap((image, index) => {
    const { src, srcset, parentElement, naturalWidth: width, naturalHeight: height } = image
    const isPlain = srcset === '' && parentElement?.localName !== 'picture' && height > 0
    const isSeen = image.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    return isPlain && isSeen && src.startsWith(location.origin)
      ? [{ index, url: src, width, height }]
      : []
  })
}

/** Returns when the pictures can be printed. Runs in the page. */
async function replacePictures(
  replacements: readonly { index: number; url: string; density: number }[],
): Promise<void> {
  const images = [...document.images]
  const loads = replacements.map(async ({ index, url, density }) => {
    const image = images[index]
    if (image) {
      image.loading = 'eager'
      image.dataset['picture'] = image.getAttribute('src') ?? ''
      image.removeAttribute('src')
      // The density makes it as large as the picture was.
      image.srcset = `${url} ${density}x`
      await new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true })
      })
    }
  })
  await Promise.all(loads)
}

/** Returns when the pictures can be printed. Runs in the page. */
async function restorePictures(indices: readonly number[]): Promise<void> {
  const images = [...document.images]
  const loads = indices.map(async (index) => {
    const image = images[index]
    if (image) {
      image.removeAttribute('srcset')
      image.src = image.dataset['picture'] ?? ''
      await new Promise((resolve) => {
        image.addEventListener('load', resolve, { once: true })
      })
    }
  })
  await Promise.all(loads)
}
