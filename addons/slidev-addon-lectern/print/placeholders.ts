import type { Page } from 'playwright-chromium'

import type { Placeholder } from './pdf/placeholders.ts'
import { packOpacity } from './pdf/png-opacity.ts'
import { readPng } from './pdf/read-png.ts'
import type { Png } from './pdf/read-png.ts'
import { chooseRatio, drawBitmap } from './placeholder-bitmap.ts'

/** A placeholder that is shown in a page. */
export interface PagePlaceholder extends Placeholder {
  /** Place of its image among the page's images. */
  index: number
}

/** The PNG files of a site by their address; `undefined` for a file that a PDF cannot hold as it is. */
export type PngFiles = Map<string, Promise<Png | undefined>>

/** Color of the first placeholder; no image is likely to have one of these colors alone. */
const FIRST_COLOR = 0x5a_c3_01

/**
 * Reads the images of a site as a page requests them, while the page is drawn.
 *
 * @param page - A page that is not open yet.
 * @param site - Address of the site.
 * @param files - Gets the files.
 */
export function readImages(page: Page, site: string, files: PngFiles): void {
  page.on('request', (request) => {
    if (request.resourceType() === 'image' && request.url().startsWith(site)) {
      void readFile(request.url(), files)
    }
  })
}

/**
 * Shows placeholders for the large images that a PDF can hold as they are in their files. Each is as large on
 * the page as its image, so that nothing moves.
 *
 * @param files - Files that were read before; the others are added.
 */
export async function showPlaceholders(page: Page, files: PngFiles): Promise<PagePlaceholder[]> {
  const images = await page.evaluate(() => window.lecternPage.listImages())
  const pngs = await Promise.all(images.map(async ({ url }) => readFile(url, files)))
  const placeholders = images.flatMap(({ index, width, height }, at): PagePlaceholder[] => {
    const png = pngs[at]
    const size = chooseRatio(width, height)
    return png && size && png.width === width && png.height === height
      ? [{ index, png, ...size, color: FIRST_COLOR + at }]
      : []
  })
  await page.evaluate(
    async (replacements) => window.lecternPage.replaceImages(replacements),
    placeholders.map(({ index, png, ...bitmap }) => ({
      index,
      density: bitmap.width / png.width,
      url: `data:image/bmp;base64,${drawBitmap(bitmap).toString('base64')}`,
    })),
  )
  return placeholders
}

/** Shows images again in place of their placeholders. */
export async function restoreImages(
  page: Page,
  placeholders: readonly PagePlaceholder[],
): Promise<void> {
  await page.evaluate(
    async (indices) => window.lecternPage.restoreImages(indices),
    placeholders.map(({ index }) => index),
  )
}

async function readFile(url: string, files: PngFiles): Promise<Png | undefined> {
  const file = files.get(url) ?? fetchPng(url)
  files.set(url, file)
  return file
}

async function fetchPng(url: string): Promise<Png | undefined> {
  const png = await fetchBytes(url).then(
    (bytes) => bytes && readPng(bytes),
    // The browser prints what it can of a damaged file.
    () => undefined,
  )
  if (png) {
    // Packed while the browser prints; a failure is thrown where the opacity is used.
    packOpacity(png).catch(() => {})
  }
  return png
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url)
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
}
