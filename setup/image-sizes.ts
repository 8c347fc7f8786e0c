import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { NodeTransform } from '@vue/compiler-core'
import { imageSize } from 'image-size'

/** Kinds of nodes of Vue's compiler that are created here. */
const TEXT = 2
const ATTRIBUTE = 6

/** Matches the address in the source of an image. */
const SOURCE_RE = /\ssrc="([^"]+)"/

/** Size of an image in its own pixels. */
export interface ImageSize {
  width: number
  height: number
}

/**
 * Adds `width` and `height` to every image in a template, so that a page reserves its space and nothing moves
 * when it is loaded. Only for this talk, whose styles keep the ratio of every image: with others, a class that sets the
 * height alone would distort it.
 *
 * @param readSize - Reads the size of the image at a path such as `/dpo.png`; `undefined` where there is none.
 */
export function sizeImages(readSize: (path: string) => ImageSize | undefined): NodeTransform {
  return (node) => {
    if (!('tag' in node) || node.tag !== 'img') {
      return
    }
    // From the source, because Vite has replaced the address by an import.
    const source = SOURCE_RE.exec(node.loc.source)?.[1]?.replaceAll('&amp;', '&') ?? ''
    // An author who sets one of them leaves the other to the browser.
    const isSized = node.props.some((prop) =>
      'rawName' in prop
        ? /:(?:width|height)$/.test(prop.rawName ?? '')
        : /^(?:width|height)$/.test(prop.name),
    )
    const size = source.startsWith('/') && !isSized ? readSize(source) : undefined
    if (size) {
      for (const name of ['width', 'height'] as const) {
        node.props.push({
          type: ATTRIBUTE,
          name,
          nameLoc: node.loc,
          value: { type: TEXT, content: String(size[name]), loc: node.loc },
          loc: node.loc,
        })
      }
    }
  }
}

/** Creates a function that reads the sizes of images in a folder that is served as it is, such as `public`. */
export function createSizeReader(folder: string): (path: string) => ImageSize | undefined {
  return (path) => {
    try {
      const file = join(folder, decodeURIComponent(path.replace(/[?#].*$/, '')))
      const { width, height, orientation = 1 } = imageSize(readFileSync(file))
      // Browsers turn a photograph that lies on its side.
      return orientation >= 5 ? { width: height, height: width } : { width, height }
    } catch {
      // An image that is not there, or of an unknown format, keeps its own size.
      return undefined
    }
  }
}
